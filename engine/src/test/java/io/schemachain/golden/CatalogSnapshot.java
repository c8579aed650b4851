package io.schemachain.golden;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a database's own catalog says about all tables, in lines to compare. Order is not in it: a
 * way back adds at the end.
 */
final class CatalogSnapshot {
  private static final List<String> POSTGRESQL =
      List.of(
          """
          SELECT format('table %s: %s, %s, using %s, with %s %s, tablespace %s', c.relname,
              obj_description(c.oid, 'pg_class'),
              CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE c.relpersistence::text END,
              m.amname, c.reloptions,
              (SELECT string_agg('toast.' || o, ', ')
                FROM pg_class t, unnest(t.reloptions) o WHERE t.oid = c.reltoastrelid),
              s.spcname)
          FROM pg_class c LEFT JOIN pg_am m ON m.oid = c.relam
              LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
          WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
          """,
          """
          SELECT format('column %s.%s: %s, not null %s, default %s, identity %s, generated %s, collation %s, %s',
              c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
              pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,
              (SELECT collname FROM pg_collation WHERE oid = a.attcollation), col_description(c.oid, a.attnum))
          FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
          WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
          """,
          """
          SELECT format('partition %s of %s: %s', c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid))
          FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent
          WHERE c.relispartition AND c.relkind = 'r'
          """,
          """
          SELECT format('partitioned %s: %s', c.relname, pg_get_partkeydef(c.oid))
          FROM pg_class c WHERE c.relkind = 'p'
          """,
          """
          SELECT format('constraint %s of %s: %s',
              CASE conparentid WHEN 0 THEN conname
                  ELSE (SELECT 'like ' || p.conname FROM pg_constraint p WHERE p.oid = conparentid) END,
              conrelid::regclass, pg_get_constraintdef(oid))
          FROM pg_constraint
          WHERE contype <> 'n' AND connamespace = current_schema()::regnamespace
          """,
          """
          SELECT format('index %s: %s, tablespace %s', c.relname, pg_get_indexdef(c.oid), t.spcname)
          FROM pg_class c LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
          WHERE c.relkind IN ('i', 'I') AND NOT c.relispartition
              AND c.relnamespace = current_schema()::regnamespace
          """,
          """
          SELECT format('index of the partition %s: like %s', x.indrelid::regclass, p.relname)
          FROM pg_class c JOIN pg_index x ON x.indexrelid = c.oid JOIN pg_inherits i ON i.inhrelid = c.oid
              JOIN pg_class p ON p.oid = i.inhparent
          WHERE c.relkind = 'i' AND c.relispartition
          """,
          """
          SELECT format('sequence %s: start %s, increment %s, min %s, max %s, cycle %s, cache %s',
              c.relname, seqstart, seqincrement, seqmin, seqmax, seqcycle, seqcache)
          FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
          WHERE c.relnamespace = current_schema()::regnamespace
              AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'i')
          """,
          """
          SELECT 'schema ' || nspname FROM pg_namespace
          WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' AND nspname <> current_schema()
          """,
          """
          SELECT format('extension %s in %s: %s', extname, extnamespace::regnamespace, extversion)
          FROM pg_extension WHERE extname <> 'plpgsql'
          """,
          """
          SELECT 'type ' || t.typname || ': ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
          FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname
          """,
          """
          SELECT format('view %s (%s) %s: %s, %s, owner %s, rights %s', c.relname, c.relkind, c.reloptions,
              pg_get_viewdef(c.oid), obj_description(c.oid, 'pg_class'), c.relowner::regrole,
              (SELECT string_agg(r.grantee::regrole || ' ' || r.privilege_type, ', ' ORDER BY 1)
               FROM aclexplode(c.relacl) r WHERE r.grantee <> c.relowner))
          FROM pg_class c WHERE c.relkind IN ('v', 'm') AND c.relnamespace = current_schema()::regnamespace
          """,
          """
          SELECT format('routine %s: %s', p.oid::regprocedure, pg_get_functiondef(p.oid))
          FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
          """,
          """
          SELECT format('trigger %s of %s: %s', t.tgname, t.tgrelid::regclass, pg_get_triggerdef(t.oid))
          FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
          WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
          """);

  private static final String MYSQL =
      """
      SELECT CONCAT('view ', TABLE_NAME, ': ', VIEW_DEFINITION, ' ', CHECK_OPTION, ' ', SECURITY_TYPE)
      FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()
      UNION ALL
      SELECT CONCAT(ROUTINE_TYPE, ' ', ROUTINE_NAME, ': ', DTD_IDENTIFIER, ' ', ROUTINE_DEFINITION)
      FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
      UNION ALL
      SELECT CONCAT('parameter ', SPECIFIC_NAME, ': ', ORDINAL_POSITION, ' ', PARAMETER_NAME, ' ', DTD_IDENTIFIER)
      FROM information_schema.PARAMETERS WHERE SPECIFIC_SCHEMA = DATABASE() AND PARAMETER_NAME IS NOT NULL
      UNION ALL
      SELECT CONCAT('trigger ', TRIGGER_NAME, ' of ', EVENT_OBJECT_TABLE, ': ', ACTION_TIMING, ' ',
          EVENT_MANIPULATION, ' ', ACTION_STATEMENT)
      FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
      """;

  private static final String SQLITE =
      """
      SELECT type || ' ' || name || ' ' || sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND type IN ('table', 'index', 'view', 'trigger') AND name NOT LIKE 'sqlite_%'
      """;

  /** A counter of an identity column has a name of the system. */
  private static final String H2_SEQUENCES =
      """
      SELECT 'sequence ' || SEQUENCE_NAME || ': start ' || START_VALUE || ', increment ' || INCREMENT
          || ', min ' || MINIMUM_VALUE || ', max ' || MAXIMUM_VALUE || ', cycle ' || CYCLE_OPTION || ', cache ' || CACHE
      FROM INFORMATION_SCHEMA.SEQUENCES
      WHERE SEQUENCE_SCHEMA = CURRENT_SCHEMA AND SEQUENCE_NAME NOT LIKE 'SYSTEM_SEQUENCE%'
      """;

  private static final String H2_SCHEMAS =
      """
      SELECT 'schema ' || SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA
      WHERE SCHEMA_NAME NOT IN ('INFORMATION_SCHEMA', 'PUBLIC')
      """;

  /** Without the databases of other tests. */
  private static final String MYSQL_SCHEMAS =
      """
      SELECT CONCAT('schema ', SCHEMA_NAME) FROM information_schema.SCHEMATA
      WHERE SCHEMA_NAME NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys', DATABASE())
        AND SCHEMA_NAME NOT RLIKE '^t[0-9a-f]+_[0-9]+$'
      """;

  private static final String H2 = "SCRIPT NODATA NOPASSWORDS NOSETTINGS";

  private CatalogSnapshot() {}

  static List<String> of(Connection connection, String dialect) throws SQLException {
    Stream<String> lines =
        switch (dialect) {
          case "postgresql" -> postgresql(connection);
          case "mysql", "mariadb" -> mysql(connection);
          case "sqlite" -> sqlite(connection);
          case "h2" -> h2(connection);
          default -> throw new IllegalArgumentException("No catalog reader for " + dialect);
        };
    return lines.filter(line -> !line.isBlank()).sorted().toList();
  }

  private static Stream<String> postgresql(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String query : POSTGRESQL) {
      lines.addAll(query(connection, query, 1));
    }
    return lines.stream();
  }

  private static Stream<String> mysql(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>(query(connection, MYSQL_SCHEMAS, 1));
    for (String table : query(connection, "SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'", 1)) {
      String quoted = "`" + table.replace("`", "``") + "`";
      String ddl = query(connection, "SHOW CREATE TABLE " + quoted, 2).get(0);
      ddl.replaceAll(" AUTO_INCREMENT=\\d+", "")
          .lines()
          .forEach(line -> lines.add(table + ": " + line.strip().replaceAll(",$", "")));
    }
    for (String sequence : query(connection, "SHOW FULL TABLES WHERE Table_type = 'SEQUENCE'", 1)) {
      lines.addAll(
          query(
              connection,
              "SELECT CONCAT('sequence ', '"
                  + sequence.replace("'", "''")
                  + "', ': start ', start_value, ', increment ', increment, ', min ', minimum_value,"
                  + " ', max ', maximum_value, ', cycle ', cycle_option, ', cache ', cache_size) FROM `"
                  + sequence.replace("`", "``")
                  + "`",
              1));
    }
    lines.addAll(query(connection, MYSQL, 1));
    return lines.stream();
  }

  /**
   * SQLite keeps the text of CREATE TABLE and edits it: quotes and blanks depend on the way taken.
   */
  private static Stream<String> sqlite(Connection connection) throws SQLException {
    return query(connection, SQLITE, 1).stream()
        .flatMap(
            ddl -> {
              String name = ddl.substring(0, ddl.indexOf(' ', ddl.indexOf(' ') + 1));
              int open = ddl.indexOf('(');
              int close = ddl.lastIndexOf(')');
              boolean table = ddl.startsWith("table");
              String body = table ? ddl.substring(open + 1, close) : ddl;
              String options = table ? ddl.substring(close + 1) : "";
              return Stream.concat(
                      Arrays.stream(body.split(",(?![^(]*\\))")), Stream.of("options" + options))
                  .map(part -> name + ": " + part.replaceAll("[\"\\s]", ""));
            })
        .map(line -> line.toLowerCase(Locale.ROOT));
  }

  /** Counters of identity columns are data. */
  private static Stream<String> h2(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>(query(connection, H2_SEQUENCES, 1));
    lines.addAll(query(connection, H2_SCHEMAS, 1));
    return Stream.concat(lines.stream(), h2Script(connection));
  }

  private static Stream<String> h2Script(Connection connection) throws SQLException {
    return query(connection, H2, 1).stream()
        .filter(
            line ->
                line.startsWith("CREATE") || line.startsWith("ALTER") || line.startsWith("COMMENT"))
        .filter(line -> !line.startsWith("CREATE USER"))
        .flatMap(
            line ->
                line.contains(" TABLE \"PUBLIC\"") && line.contains("(\n")
                    ? Arrays.stream(line.split("\n"))
                        .map(part -> line.substring(0, line.indexOf('(')) + part.strip())
                    : Stream.of(line))
        .map(
            line ->
                line.replaceAll(" RESTART WITH -?\\d+", "")
                    .replaceAll("PRIMARY_KEY_\\w+", "PRIMARY_KEY_n")
                    .replaceAll("[,;]$", ""));
  }

  private static List<String> query(Connection connection, String sql, int column)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(column)));
      }
      return values;
    }
  }
}
