package io.schemachain.dialect.h2;

import io.schemachain.dialect.TypeTable;
import io.schemachain.model.TypeKind;

/** The portable types on H2. VARCHAR without a length is limited, so a text is a large object. */
final class H2Types {
  private H2Types() {}

  static final TypeTable TABLE =
      new TypeTable("H2")
          .type(TypeKind.SMALLINT, "SMALLINT")
          .type(TypeKind.INTEGER, "INTEGER")
          .type(TypeKind.BIGINT, "BIGINT")
          .type(TypeKind.NUMERIC, "NUMERIC({n}, {s})")
          .type(TypeKind.REAL, "REAL")
          .type(TypeKind.DOUBLE, "DOUBLE PRECISION")
          .type(TypeKind.BOOLEAN, "BOOLEAN")
          .type(TypeKind.CHAR, "CHAR({n})")
          .type(TypeKind.STRING, "VARCHAR({n})")
          .type(TypeKind.TEXT, "CHARACTER LARGE OBJECT")
          .type(TypeKind.DATE, "DATE")
          .type(TypeKind.TIME, "TIME({n})")
          .type(TypeKind.TIMESTAMP, "TIMESTAMP({n})")
          .type(TypeKind.TIMESTAMPTZ, "TIMESTAMP({n}) WITH TIME ZONE")
          .refuse(
              TypeKind.INTERVAL,
              "Use bigint for a number of seconds, or {native: \"INTERVAL DAY TO SECOND\"}.")
          .type(TypeKind.BINARY, "BINARY({n})")
          .type(TypeKind.VARBINARY, "VARBINARY({n})")
          .type(TypeKind.BLOB, "BINARY LARGE OBJECT")
          .type(TypeKind.UUID, "UUID")
          .type(TypeKind.JSON, "JSON");
}
