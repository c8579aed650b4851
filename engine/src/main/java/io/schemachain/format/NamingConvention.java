package io.schemachain.format;

import static java.util.Objects.requireNonNull;

/**
 * Patterns for names that a document leaves out: {@code {table}}, {@code {columns}} (joined by
 * {@code _}) and, for foreign keys, {@code {referred_table}}.
 */
public record NamingConvention(String primaryKey, String unique, String foreignKey, String index) {
  public static final NamingConvention DEFAULT =
      new NamingConvention(
          "pk_{table}",
          "uq_{table}_{columns}",
          "fk_{table}_{columns}_{referred_table}",
          "ix_{table}_{columns}");

  public NamingConvention {
    requireNonNull(primaryKey, "primaryKey");
    requireNonNull(unique, "unique");
    requireNonNull(foreignKey, "foreignKey");
    requireNonNull(index, "index");
  }
}
