package io.schemachain.fact;

import io.schemachain.dialect.DatabaseVersion;
import org.jspecify.annotations.Nullable;

/**
 * A line of a data file.
 *
 * @param form {@code add-column/volatile-default}
 * @param from the first version it holds for; null for all up to {@code to}
 * @param to the last version; null for all from {@code from} on
 * @param lock on the table; null where none is taken
 * @param referred the lock on tables that a foreign key of it refers to; null where none is taken
 * @param algorithm the database's own word for how it is done; null where it has none
 * @param source {@code measured}, with what, or the page that says so
 */
record Fact(
    String form,
    @Nullable DatabaseVersion from,
    @Nullable DatabaseVersion to,
    @Nullable Lock lock,
    @Nullable Lock referred,
    Cost cost,
    @Nullable String algorithm,
    String source) {
  boolean isOf(DatabaseVersion version) {
    return (from == null || version.compareTo(from) >= 0)
        && (to == null || version.compareTo(to) <= 0);
  }

  /** {@code 12-17}, {@code 18-}, {@code -}. */
  String versions() {
    return (from == null ? "" : from) + "-" + (to == null ? "" : to);
  }
}
