package io.schemachain.dialect.oracle;

import io.schemachain.dialect.Literals;

/** Blocks around a statement. Each ends with the semicolon that is part of it. */
final class PlSql {
  /** "name is already used by an existing object". */
  static final int NAME_IS_USED = -955;

  /** "table or view does not exist". */
  static final int NO_TABLE = -942;

  /** "sequence does not exist". */
  static final int NO_SEQUENCE = -2289;

  /** "specified index does not exist". */
  static final int NO_INDEX = -1418;

  /** "Cannot drop constraint - nonexistent constraint". */
  static final int NO_CONSTRAINT = -2443;

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
