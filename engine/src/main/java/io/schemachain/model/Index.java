package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not there for the sake of a constraint.
 *
 * @param where condition of a partial index, else null
 */
public record Index(
    String name, List<IndexPart> parts, boolean unique, @Nullable String where, Options options) {
  public Index {
    Names.requireName(name, "index");
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("The index " + name + " has no columns.");
    }
    requireNonNull(options, "options");
  }

  public Index(String name, List<IndexPart> parts, boolean unique, @Nullable String where) {
    this(name, parts, unique, where, Options.none());
  }

  public Index withOptions(Options value) {
    return new Index(name, parts, unique, where, value);
  }

  /** Whether the index covers plain columns only. */
  public boolean isPlain() {
    return parts.stream().allMatch(part -> part instanceof IndexPart.ColumnPart);
  }

  /** The names of its columns; those inside expressions are not known. */
  public List<String> columns() {
    return parts.stream()
        .filter(IndexPart.ColumnPart.class::isInstance)
        .map(part -> ((IndexPart.ColumnPart) part).column())
        .toList();
  }
}
