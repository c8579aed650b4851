package io.schemachain.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A table of which an expression is a part, made for real and asked of the catalog. */
final class ExpressionTable {
  private static final String COLUMNS =
      "a int, b int, n numeric(10,2), s varchar(100), c char(5), d date, f boolean, ";

  private static final String MYSQL =
      COLUMNS + "ts datetime, `select` int, `Mixed` int, j json, e enum('ok','sad') ";

  private static final Map<String, String> OWN_COLUMNS =
      Map.of(
          "postgresql",
          COLUMNS
              + "ts timestamp, txt text, j jsonb, tags text[], m mood, \"select\" int, \"Mixed\" int,"
              + " big bigint, small smallint, dbl double precision, x real, u uuid, r int4range",
          "mysql",
          MYSQL,
          "mariadb",
          MYSQL,
          "sqlite",
          COLUMNS + "ts timestamp",
          "h2",
          COLUMNS + "ts timestamp, \"Mixed\" int, e enum('ok','sad'), tags varchar array");

  private static final Map<String, List<String>> SETUP =
      Map.of(
          "postgresql",
          List.of("CREATE TYPE mood AS ENUM ('ok', 'sad')", "CREATE SEQUENCE seq"),
          "h2",
          List.of("CREATE SEQUENCE seq"));

  private final String dialect;
  private final Statement statement;

  ExpressionTable(String dialect, Statement statement) throws SQLException {
    this.dialect = dialect;
    this.statement = statement;
    for (String setup : SETUP.getOrDefault(dialect, List.of())) {
      statement.execute(setup);
    }
  }

  /** What the catalog has of an expression. */
  String roundTrip(ExpressionCase written) throws SQLException {
    statement.execute("DROP TABLE IF EXISTS t");
    try {
      create(written);
    } catch (SQLException e) {
      throw new SQLException(written + ": " + e.getMessage(), e);
    }
    String query =
        switch (dialect) {
          case "postgresql" -> postgresql(written.kind());
          case "mysql", "mariadb" -> mysql(written.kind());
          case "h2" -> h2(written.kind());
          default -> sqlite(written.kind());
        };
    try (ResultSet rows = statement.executeQuery(query)) {
      if (!rows.next() || rows.getString(1) == null) {
        throw new SQLException("nothing in the catalog for " + written);
      }
      String read = rows.getString(1);
      return dialect.equals("sqlite") ? withinText(written.kind(), read) : read;
    }
  }

  private void create(ExpressionCase written) throws SQLException {
    String sql = written.sql();
    String columns = OWN_COLUMNS.get(dialect);
    boolean isMysql = dialect.equals("mysql") || dialect.equals("mariadb");
    String type = isMysql && written.type().equals("timestamp") ? "datetime" : written.type();
    String table = "CREATE TABLE t (" + columns;
    switch (written.kind()) {
      // A line comment in the expression ends with the line.
      case "check" -> statement.execute(table + ", CONSTRAINT k CHECK (" + sql + "\n))");
      case "default" -> statement.execute(table + ", z " + type + " DEFAULT " + sql + ")");
      case "computed" ->
          statement.execute(
              table
                  + (", z " + type + " GENERATED ALWAYS AS (" + sql + ")")
                  + (dialect.equals("h2") ? ")" : " STORED)"));
      case "index" -> {
        statement.execute(table + ")");
        statement.execute("CREATE INDEX i ON t (" + (isMysql ? "(" + sql + ")" : sql) + ")");
      }
      case "where" -> {
        statement.execute(table + ")");
        statement.execute("CREATE INDEX i ON t (a) WHERE " + sql);
      }
      default -> throw new IllegalArgumentException(written.toString());
    }
  }

  private static String postgresql(String kind) {
    return switch (kind) {
      case "check" -> "SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conname = 'k'";
      case "index" -> "SELECT pg_get_indexdef('i'::regclass, 1, false)";
      case "where" ->
          "SELECT pg_get_expr(indpred, indrelid) FROM pg_index WHERE indexrelid = 'i'::regclass";
      default -> "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 't'::regclass";
    };
  }

  private static String mysql(String kind) {
    return switch (kind) {
      case "check" ->
          "SELECT check_clause FROM information_schema.check_constraints"
              + " WHERE constraint_schema = DATABASE() AND constraint_name = 'k'";
      case "index" ->
          "SELECT expression FROM information_schema.statistics"
              + " WHERE table_schema = DATABASE() AND index_name = 'i'";
      default ->
          "SELECT "
              + (kind.equals("default") ? "column_default" : "generation_expression")
              + " FROM information_schema.columns"
              + " WHERE table_schema = DATABASE() AND table_name = 't' AND column_name = 'z'";
    };
  }

  private static String h2(String kind) {
    return kind.equals("check")
        ? "SELECT check_clause FROM information_schema.check_constraints"
            + " WHERE constraint_name = 'K'"
        : "SELECT "
            + (kind.equals("default") ? "column_default" : "generation_expression")
            + " FROM information_schema.columns WHERE table_name = 'T' AND column_name = 'Z'";
  }

  private static String sqlite(String kind) {
    return switch (kind) {
      case "default" -> "SELECT dflt_value FROM pragma_table_xinfo('t') WHERE name = 'z'";
      case "index", "where" -> "SELECT sql FROM sqlite_master WHERE name = 'i'";
      default -> "SELECT sql FROM sqlite_master WHERE name = 't'";
    };
  }

  /** SQLite keeps whole statements. */
  private static String withinText(String kind, String sql) {
    return switch (kind) {
      case "check" -> sql.substring(sql.indexOf(" CHECK (") + 8, sql.lastIndexOf("))"));
      case "computed" -> sql.substring(sql.indexOf(" AS (") + 5, sql.lastIndexOf(") STORED"));
      case "index" -> sql.substring(sql.indexOf(" t (") + 4, sql.lastIndexOf(')'));
      case "where" -> sql.substring(sql.indexOf(" WHERE ") + 7);
      default -> sql;
    };
  }
}
