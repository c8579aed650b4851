package io.schemachain.golden;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Many rows for tables whatever their columns are, and what the catalog says of them. */
final class SqliteRows {
  private static final int ROWS = 5000;
  private static final int FIRST = 1_000;
  private static final String OURS = "name NOT LIKE 'sqlite!_%' ESCAPE '!'";
  private static final String TABLES =
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND " + OURS;
  static final String ROOTS =
      "SELECT rootpage || ' ' || name FROM sqlite_schema WHERE type = 'table' AND " + OURS;

  /** With what they are of, for one that is made anew. */
  static final String INDEXES =
      "SELECT name || ' ' || rootpage FROM sqlite_schema WHERE type = 'index'";

  static final String SMALLEST =
      "SELECT COALESCE(MIN(pages), 0) FROM (SELECT COUNT(*) AS pages FROM dbstat WHERE name IN ("
          + TABLES
          + ") GROUP BY name)";

  private SqliteRows() {}

  /** False where a table does not take them: a check has its own idea of them. */
  static boolean fill(Connection connection) throws SQLException {
    boolean filled = true;
    for (String table : texts(connection, TABLES)) {
      String name = quoted(table);
      filled &=
          number(connection, "SELECT COUNT(*) FROM " + name) >= ROWS || fill(connection, name);
    }
    return filled && texts(connection, "SELECT 1 FROM pragma_foreign_key_check").isEmpty();
  }

  private static boolean fill(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    String columnsOf = "SELECT name, type, dflt_value IS NOT NULL FROM pragma_table_info(";
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              columnsOf + "'" + table.replace("\"", "").replace("'", "''") + "')")) {
        while (rows.next()) {
          if (!rows.getBoolean(3)) {
            columns.add(quoted(rows.getString(1)));
            values.add(value(rows.getString(2).toUpperCase(Locale.ROOT)));
          }
        }
      }
      statement.execute(
          "INSERT INTO "
              + table
              + (columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")")
              + " WITH RECURSIVE n(i) AS (SELECT "
              + FIRST
              + " UNION ALL SELECT i + 1 FROM n LIMIT "
              + ROWS
              + ") SELECT "
              + String.join(", ", values)
              + " FROM n");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** The same in each table, so that keys that lead to another find their row. */
  private static String value(String type) {
    if (type.contains("NUMERIC") || type.contains("DECIMAL")) {
      return "i % 100";
    }
    boolean isText = type.contains("CHAR") || type.contains("TEXT") || type.contains("CLOB");
    return isText ? "CAST(i AS TEXT)" : type.contains("BLOB") ? "CAST(i AS BLOB)" : "i";
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static Set<String> texts(Connection connection, String sql) throws SQLException {
    Set<String> texts = new LinkedHashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  static long number(Connection connection, String sql) throws SQLException {
    return Long.parseLong(texts(connection, sql).iterator().next());
  }
}
