package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.DatabaseVersion;

/**
 * What depends on the version of PostgreSQL. A version is looked at here and nowhere else.
 *
 * @param virtualColumns whether a computed column need not be stored
 * @param replaceTrigger whether a trigger can be replaced
 */
record PostgresqlFeatures(boolean virtualColumns, boolean replaceTrigger) {
  /**
   * CREATE OR REPLACE TRIGGER came with 14, virtual generated columns with 18
   * (postgresql.org/docs/18/release-18.html).
   */
  static PostgresqlFeatures of(DatabaseVersion version) {
    return new PostgresqlFeatures(version.atLeast(18, 0), version.atLeast(14, 0));
  }
}
