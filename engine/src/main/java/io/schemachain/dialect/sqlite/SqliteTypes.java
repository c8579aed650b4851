package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.TypeTable;
import io.schemachain.model.TypeKind;

/**
 * The portable types on SQLite, whose declared types are no more than an affinity: INT, CHAR, TEXT
 * and BLOB anywhere in the name decide, anything else is NUMERIC. Hence no JSON and no BINARY,
 * which would turn texts and bytes that look like numbers into numbers. Dates and times are ISO
 * texts, those of timestamptz in UTC, as CURRENT_TIMESTAMP is, so that they compare in order of
 * time; NUMERIC leaves them as they are.
 */
final class SqliteTypes {
  private SqliteTypes() {}

  static final TypeTable TABLE =
      new TypeTable("SQLite")
          .type(TypeKind.SMALLINT, "SMALLINT")
          .type(TypeKind.INTEGER, "INTEGER")
          .type(TypeKind.BIGINT, "BIGINT")
          .type(TypeKind.NUMERIC, "NUMERIC({n}, {s})")
          .type(TypeKind.REAL, "REAL")
          .type(TypeKind.DOUBLE, "DOUBLE")
          .type(TypeKind.BOOLEAN, "BOOLEAN")
          .type(TypeKind.CHAR, "CHAR({n})")
          .type(TypeKind.STRING, "VARCHAR({n})")
          .type(TypeKind.TEXT, "TEXT")
          .type(TypeKind.DATE, "DATE")
          .type(TypeKind.TIME, "TIME")
          .type(TypeKind.TIMESTAMP, "TIMESTAMP")
          .type(TypeKind.TIMESTAMPTZ, "TIMESTAMP WITH TIME ZONE")
          .refuse(TypeKind.INTERVAL, "Use bigint for a number of seconds.")
          .type(TypeKind.BINARY, "BLOB")
          .type(TypeKind.VARBINARY, "BLOB")
          .type(TypeKind.BLOB, "BLOB")
          .type(TypeKind.UUID, "CHAR(36)")
          .type(TypeKind.JSON, "TEXT");
}
