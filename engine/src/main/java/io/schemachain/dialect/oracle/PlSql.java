package io.schemachain.dialect.oracle;

import io.schemachain.dialect.Literals;

/** Blocks around a statement. Each ends with the semicolon that is part of it. */
final class PlSql {
  /** The first of those that an application may raise. */
  static final int ERROR = -20000;

  /** "name is already used by an existing object". */
  static final int NAME_IS_USED = -955;

  /** "table or view does not exist". */
  static final int NO_TABLE = -942;

  /** "column being added already exists in table". */
  static final int COLUMN_EXISTS = -1430;

  /** "invalid identifier". */
  static final int NO_COLUMN = -904;

  /** Of PL/SQL in bytes, of which a character has four at most. */
  private static final int MAX_CONSTANT = 32_767 / 4;

  private PlSql() {}

  /** Runs a statement whose lines the client must not see. */
  static String execute(String statement, Literals literals) {
    return "BEGIN\n  EXECUTE IMMEDIATE " + constant(statement, literals) + ";\nEND;";
  }

  /** Runs a statement and takes one error for a success. */
  static String executeUnless(String statement, int error, Literals literals) {
    return "BEGIN\n  EXECUTE IMMEDIATE "
        + constant(statement, literals)
        + ";\nEXCEPTION\n  WHEN OTHERS THEN\n    IF SQLCODE <> "
        + error
        + " THEN\n      RAISE;\n    END IF;\nEND;";
  }

  /** Fails unless a condition holds. */
  static String raiseUnless(String condition, String message, Literals literals) {
    return "DECLARE\n  passed INTEGER;\nBEGIN\n  SELECT COUNT(*) INTO passed FROM DUAL WHERE "
        + condition
        + ";\n  IF passed = 0 THEN\n    RAISE_APPLICATION_ERROR("
        + ERROR
        + ", "
        + literals.string(message)
        + ");\n  END IF;\nEND;";
  }

  /** Runs a statement with the number that a query gives between its two parts. */
  static String executeWithNumber(
      String select, String from, String before, String after, Literals literals) {
    return "DECLARE\n  n NUMBER;\nBEGIN\n  "
        + select
        + " INTO n "
        + from
        + ";\n  EXECUTE IMMEDIATE "
        + constant(before, literals)
        + " || n || "
        + constant(after, literals)
        + ";\nEND;";
  }

  /** In lines of its own where that does no harm. */
  private static String constant(String statement, Literals literals) {
    return statement.length() <= MAX_CONSTANT && SqlplusText.isSafe(statement)
        ? OracleLiterals.plain(statement)
        : literals.string(statement);
  }

  /** Whether the text is a block, or defines what is written in PL/SQL. */
  static boolean isUnit(String statement) {
    return statement.endsWith(";");
  }
}
