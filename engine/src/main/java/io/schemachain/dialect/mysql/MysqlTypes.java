package io.schemachain.dialect.mysql;

import io.schemachain.dialect.TypeTable;
import io.schemachain.model.TypeKind;

/**
 * The portable types on MySQL and MariaDB. {@code timestamptz} is TIMESTAMP although that ends in
 * 2038: no other type holds a point in time, and the strict mode refuses a later value where
 * DATETIME would keep one of an unknown time zone.
 */
final class MysqlTypes {
  private MysqlTypes() {}

  static TypeTable of(MysqlDialect dialect) {
    return table(dialect.displayName(), dialect.features().uuid() ? "UUID" : "CHAR(36)");
  }

  private static TypeTable table(String database, String uuid) {
    return new TypeTable(database)
        .type(TypeKind.SMALLINT, "SMALLINT")
        .type(TypeKind.INTEGER, "INTEGER")
        .type(TypeKind.BIGINT, "BIGINT")
        .type(TypeKind.NUMERIC, "DECIMAL({n}, {s})")
        .type(TypeKind.REAL, "FLOAT")
        .type(TypeKind.DOUBLE, "DOUBLE")
        .type(TypeKind.BOOLEAN, "BOOLEAN")
        .type(TypeKind.CHAR, "CHAR({n})")
        .type(TypeKind.STRING, "VARCHAR({n})")
        .type(TypeKind.TEXT, "LONGTEXT")
        .type(TypeKind.DATE, "DATE")
        .type(TypeKind.TIME, "TIME({n})")
        .type(TypeKind.TIMESTAMP, "DATETIME({n})")
        .type(TypeKind.TIMESTAMPTZ, "TIMESTAMP({n})")
        .refuse(TypeKind.INTERVAL, "Keep a number of seconds, or a text.")
        .type(TypeKind.BINARY, "BINARY({n})")
        .type(TypeKind.VARBINARY, "VARBINARY({n})")
        .type(TypeKind.BLOB, "LONGBLOB")
        .type(TypeKind.UUID, uuid)
        .type(TypeKind.JSON, "JSON");
  }
}
