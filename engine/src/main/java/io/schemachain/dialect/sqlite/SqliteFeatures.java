package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.DatabaseVersion;

/**
 * What depends on the version of SQLite. A version is looked at here and nowhere else.
 *
 * @param strictTables whether a table may hold each column to its type
 */
record SqliteFeatures(boolean strictTables) {
  /** STRICT came with 3.37 (sqlite.org/stricttables.html). */
  static SqliteFeatures of(DatabaseVersion version) {
    return new SqliteFeatures(version.atLeast(3, 37));
  }
}
