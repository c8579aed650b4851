package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The views, routines and triggers that a database has, by kind and name. */
final class ObjectCatalog {
  private static final Set<ObjectKind> KINDS =
      Set.of(
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.FUNCTION,
          ObjectKind.PROCEDURE,
          ObjectKind.TRIGGER);

  private static final String MYSQL =
      """
      SELECT CONCAT('view ', TABLE_NAME) FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()
      UNION ALL
      SELECT CONCAT(LOWER(ROUTINE_TYPE), ' ', ROUTINE_NAME) FROM information_schema.ROUTINES
      WHERE ROUTINE_SCHEMA = DATABASE()
      UNION ALL
      SELECT CONCAT('trigger ', EVENT_OBJECT_TABLE, ' ', TRIGGER_NAME) FROM information_schema.TRIGGERS
      WHERE TRIGGER_SCHEMA = DATABASE()
      """;

  private static final Map<String, String> QUERIES =
      Map.of(
          "postgresql",
          """
          SELECT CASE relkind WHEN 'v' THEN 'view ' ELSE 'materialized view ' END || relname FROM pg_class
          WHERE relkind IN ('v', 'm') AND relnamespace = current_schema()::regnamespace
          UNION ALL
          SELECT CASE prokind WHEN 'p' THEN 'procedure ' ELSE 'function ' END || proname FROM pg_proc
          WHERE pronamespace = current_schema()::regnamespace AND NOT EXISTS
              (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
          UNION ALL
          SELECT 'trigger ' || c.relname || ' ' || t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
          WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
          """,
          "mysql",
          MYSQL,
          "mariadb",
          MYSQL,
          "sqlite",
          """
          SELECT type || CASE type WHEN 'trigger' THEN ' ' || tbl_name ELSE '' END || ' ' || name
          FROM sqlite_schema WHERE type IN ('view', 'trigger')
          """,
          "h2",
          """
          SELECT CASE WHEN TABLE_CLASS LIKE '%MaterializedView' THEN 'materialized ' ELSE '' END || 'view '
              || TABLE_NAME
          FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'VIEW' AND TABLE_SCHEMA = SCHEMA()
          UNION ALL
          SELECT 'function ' || ROUTINE_NAME FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA = SCHEMA()
          UNION ALL
          SELECT 'trigger ' || EVENT_OBJECT_TABLE || ' ' || TRIGGER_NAME FROM INFORMATION_SCHEMA.TRIGGERS
          WHERE TRIGGER_SCHEMA = SCHEMA()
          """);

  private ObjectCatalog() {}

  /**
   * The database has those of the model.
   *
   * @param exactly whether it has no others; raw SQL may have made some
   */
  static void check(Connection connection, String dialect, Schema schema, boolean exactly)
      throws SQLException {
    List<String> expected = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      if (KINDS.contains(object.kind())) {
        String table = object.table() == null ? "" : object.table().name() + " ";
        expected.add(
            (object.kind().words() + " " + table + object.name().name()).toLowerCase(Locale.ROOT));
      }
    }
    if (exactly) {
      assertThat(names(connection, dialect)).containsExactlyInAnyOrderElementsOf(expected);
    } else {
      assertThat(names(connection, dialect)).containsAll(expected);
    }
  }

  private static List<String> names(Connection connection, String dialect) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERIES.get(dialect))) {
      while (rows.next()) {
        names.add(rows.getString(1).toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
