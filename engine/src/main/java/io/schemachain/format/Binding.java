package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What a document needs beside itself to become a revision of one dialect.
 *
 * @param dialect the name that {@code dialects:} and {@code except_dialects:} list
 * @param keys the keys under which a map by dialect may hold this dialect's entry, the closest
 *     first: {@code [mariadb, mysql]}
 * @param maxNameLength names made by the convention are shortened to this many UTF-8 bytes
 * @param variables all declared variables and their values
 */
public record Binding(
    String dialect,
    List<String> keys,
    int maxNameLength,
    NamingConvention naming,
    Map<String, String> variables,
    ReferencedFiles files) {
  public Binding {
    requireNonNull(dialect, "dialect");
    keys = List.copyOf(keys);
    requireNonNull(naming, "naming");
    variables = Map.copyOf(variables);
    requireNonNull(files, "files");
  }
}
