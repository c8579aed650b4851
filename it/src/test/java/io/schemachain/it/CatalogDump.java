package io.schemachain.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a database says of itself, in its own words, one line for each thing; counters left out. */
final class CatalogDump {
  private static final String POSTGRESQL =
      """
      SELECT 'table ' || n.nspname || '.' || c.relname || ' ' || coalesce(obj_description(c.oid), '')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname = 'public'
      UNION ALL
      SELECT 'column ' || c.relname || '.' || row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum) || ' ' || a.attname || ' '
             || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || a.attidentity::text
             || ' ' || a.attgenerated::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' '
             || coalesce(col_description(c.oid, a.attnum), '')
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
       WHERE c.relkind = 'r' AND n.nspname = 'public'
      UNION ALL
      SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL
      SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      """;

  private CatalogDump() {}

  static String of(String dialect, Connection connection) throws SQLException {
    List<String> lines =
        switch (dialect) {
          case "postgresql" -> query(connection, POSTGRESQL, 1);
          case "mysql", "mariadb" -> mysql(connection);
          case "sqlite" ->
              query(
                  connection,
                  "SELECT sql FROM sqlite_master"
                      + " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
                  1);
          case "h2" -> h2(connection);
          default -> throw new IllegalArgumentException(dialect);
        };
    return String.join("\n", lines.stream().sorted().toList());
  }

  private static List<String> mysql(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String table : query(connection, "SHOW TABLES", 1)) {
      for (String text : query(connection, "SHOW CREATE TABLE `" + table + "`", 2)) {
        lines.add(text.replaceAll(" AUTO_INCREMENT=\\d+", ""));
      }
    }
    return lines;
  }

  private static List<String> h2(Connection connection) throws SQLException {
    return query(connection, "SCRIPT NODATA NOPASSWORDS NOSETTINGS", 1).stream()
        .map(line -> line.replaceAll(" RESTART WITH \\d+", ""))
        .filter(line -> !line.toUpperCase(Locale.ROOT).startsWith("CREATE USER"))
        .filter(line -> !line.startsWith("--"))
        .toList();
  }

  private static List<String> query(Connection connection, String sql, int column)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(column));
      }
      return values;
    }
  }
}
