package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.TypeTable;
import io.schemachain.model.TypeKind;

/** The portable types on PostgreSQL. */
final class PostgresqlTypes {
  private PostgresqlTypes() {}

  static final TypeTable TABLE =
      new TypeTable("PostgreSQL")
          .type(TypeKind.SMALLINT, "SMALLINT")
          .type(TypeKind.INTEGER, "INTEGER")
          .type(TypeKind.BIGINT, "BIGINT")
          .type(TypeKind.NUMERIC, "NUMERIC({n}, {s})")
          .type(TypeKind.REAL, "REAL")
          .type(TypeKind.DOUBLE, "DOUBLE PRECISION")
          .type(TypeKind.BOOLEAN, "BOOLEAN")
          .type(TypeKind.CHAR, "CHAR({n})")
          .type(TypeKind.STRING, "VARCHAR({n})")
          .type(TypeKind.TEXT, "TEXT")
          .type(TypeKind.DATE, "DATE")
          .type(TypeKind.TIME, "TIME({n})")
          .type(TypeKind.TIMESTAMP, "TIMESTAMP({n})")
          .type(TypeKind.TIMESTAMPTZ, "TIMESTAMP({n}) WITH TIME ZONE")
          .type(TypeKind.INTERVAL, "INTERVAL")
          .type(TypeKind.BINARY, "BYTEA")
          .type(TypeKind.VARBINARY, "BYTEA")
          .type(TypeKind.BLOB, "BYTEA")
          .type(TypeKind.UUID, "UUID")
          .type(TypeKind.JSON, "JSONB");
}
