package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.TypeTable;
import io.schemachain.model.TypeKind;

/**
 * The portable types on SQL Server. JSON is a text on every version, so that a table is the same
 * whatever the version was when it was made.
 */
final class SqlserverTypes {
  private SqlserverTypes() {}

  static final TypeTable TABLE =
      new TypeTable("SQL Server")
          .type(TypeKind.SMALLINT, "SMALLINT")
          .type(TypeKind.INTEGER, "INT")
          .type(TypeKind.BIGINT, "BIGINT")
          .type(TypeKind.NUMERIC, "DECIMAL({n}, {s})")
          .type(TypeKind.REAL, "REAL")
          .type(TypeKind.DOUBLE, "FLOAT(53)")
          .type(TypeKind.BOOLEAN, "BIT")
          .type(TypeKind.CHAR, "NCHAR({n})")
          .type(TypeKind.STRING, "NVARCHAR({n})")
          .type(TypeKind.TEXT, "NVARCHAR(MAX)")
          .type(TypeKind.DATE, "DATE")
          .type(TypeKind.TIME, "TIME({n})")
          .type(TypeKind.TIMESTAMP, "DATETIME2({n})")
          .type(TypeKind.TIMESTAMPTZ, "DATETIMEOFFSET({n})")
          .refuse(TypeKind.INTERVAL, "Use bigint for a number of seconds.")
          .type(TypeKind.BINARY, "BINARY({n})")
          .type(TypeKind.VARBINARY, "VARBINARY({n})")
          .type(TypeKind.BLOB, "VARBINARY(MAX)")
          .type(TypeKind.UUID, "UNIQUEIDENTIFIER")
          .type(TypeKind.JSON, "NVARCHAR(MAX)");
}
