package io.schemachain.dialect.oracle;

import io.schemachain.dialect.Literals;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.ObjectKind;

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

  /** "sequence does not exist". */
  static final int NO_SEQUENCE = -2289;

  /** "specified index does not exist". */
  static final int NO_INDEX = -1418;

  /** "Cannot drop nonexistent primary key". */
  static final int NO_PRIMARY_KEY = -2441;

  /** "Cannot drop nonexistent unique key". */
  static final int NO_UNIQUE_KEY = -2442;

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

  /**
   * Fails for the first row of a query.
   *
   * @param query with a column FOUND, which is said behind the message
   */
  static String failIf(String query, String message, Literals literals) {
    return "BEGIN\n  FOR mistake IN (\n    "
        + query
        + "\n  ) LOOP\n    RAISE_APPLICATION_ERROR(-20000, "
        + literals.string(message)
        + " || SUBSTRB(mistake.FOUND, 1, 1000));\n  END LOOP;\nEND;";
  }

  /** {@code IF EXISTS} came with 23. */
  static SqlStatement dropIfExists(
      ObjectKind kind, String keyword, String name, OracleDialect oracle) {
    if (oracle.features().ifExists()) {
      return SqlStatement.ddl("DROP " + keyword + " IF EXISTS " + name);
    }
    return SqlStatement.ddl(
        executeUnless("DROP " + keyword + " " + name, notThere(kind), oracle.literals()));
  }

  private static int notThere(ObjectKind kind) {
    return switch (kind) {
      case VIEW -> NO_TABLE;
      case MATERIALIZED_VIEW -> -12003; // "materialized view or zonemap does not exist"
      case TRIGGER -> -4080; // "trigger does not exist"
      default -> -4043; // "object does not exist"
    };
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
