package io.schemachain.dialect.oracle;

import io.schemachain.dialect.TypeTable;
import io.schemachain.model.TypeKind;

/**
 * The portable types on Oracle. What the type itself does not hold is held by a check, see {@link
 * OracleChecks}.
 */
final class OracleTypes {
  private OracleTypes() {}

  /** Of VARCHAR2 where MAX_STRING_SIZE is STANDARD. */
  static final int MAX_STRING = 4000;

  static final int MAX_CHAR = 2000;
  static final int MAX_RAW = 2000;
  static final int MAX_PRECISION = 38;

  static final TypeTable TABLE =
      table().type(TypeKind.BOOLEAN, "NUMBER(1)").type(TypeKind.JSON, "CLOB");

  /** From 21 on. */
  static final TypeTable WITH_JSON =
      table().type(TypeKind.BOOLEAN, "NUMBER(1)").type(TypeKind.JSON, "JSON");

  /** From 23 on. */
  static final TypeTable WITH_BOOLEAN =
      table().type(TypeKind.BOOLEAN, "BOOLEAN").type(TypeKind.JSON, "JSON");

  private static TypeTable table() {
    return new TypeTable("Oracle")
        .type(TypeKind.SMALLINT, "NUMBER(5)")
        .type(TypeKind.INTEGER, "NUMBER(10)")
        .type(TypeKind.BIGINT, "NUMBER(19)")
        .type(TypeKind.NUMERIC, "NUMBER({n}, {s})")
        .type(TypeKind.REAL, "BINARY_FLOAT")
        .type(TypeKind.DOUBLE, "BINARY_DOUBLE")
        .type(TypeKind.CHAR, "CHAR({n} CHAR)")
        .type(TypeKind.STRING, "VARCHAR2({n} CHAR)")
        .type(TypeKind.TEXT, "CLOB")
        .type(TypeKind.DATE, "DATE")
        .refuse(
            TypeKind.TIME,
            "Keep a number of seconds, or write {native: \"INTERVAL DAY(0) TO SECOND(6)\"}.")
        .type(TypeKind.TIMESTAMP, "TIMESTAMP({n})")
        .type(TypeKind.TIMESTAMPTZ, "TIMESTAMP({n}) WITH TIME ZONE")
        .refuse(
            TypeKind.INTERVAL,
            "Keep a number of seconds, or write {native: \"INTERVAL DAY TO SECOND\"}.")
        .type(TypeKind.BINARY, "RAW({n})")
        .type(TypeKind.VARBINARY, "RAW({n})")
        .type(TypeKind.BLOB, "BLOB")
        .type(TypeKind.UUID, "RAW(16)");
  }
}
