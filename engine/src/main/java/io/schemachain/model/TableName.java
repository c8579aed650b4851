package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names a table.
 *
 * @param schema null is the default schema
 * @param name exactly as written; a dot is part of it
 */
public record TableName(@Nullable String schema, String name) implements Comparable<TableName> {
  private static final Comparator<TableName> ORDER =
      Comparator.comparing(
              TableName::schema, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
          .thenComparing(TableName::name);

  public TableName {
    Names.requireName(name, "table");
    if (schema != null) {
      Names.requireName(schema, "schema");
    }
  }

  public static TableName of(String name) {
    return new TableName(null, name);
  }

  public TableName withName(String newName) {
    return new TableName(schema, newName);
  }

  /** The same text for all names that at least one database takes for the same. */
  public String key() {
    return schemaKey() + '\0' + Names.fold(name);
  }

  String schemaKey() {
    return schema == null ? "" : Names.fold(schema);
  }

  @Override
  public int compareTo(TableName other) {
    return ORDER.compare(this, requireNonNull(other));
  }

  /** As a record has it, by hand: every look for references compares with every table. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TableName table
        && name.equals(table.name)
        && Objects.equals(schema, table.schema);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Objects.hashCode(schema);
  }

  /** For messages: {@code schema.name} or {@code name}. */
  @Override
  public String toString() {
    return schema == null ? name : schema + "." + name;
  }
}
