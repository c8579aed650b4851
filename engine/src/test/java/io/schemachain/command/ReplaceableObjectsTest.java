package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views, routines and triggers over several revisions, and what others made beside them. */
final class ReplaceableObjectsTest {
  private static final String USERS =
      """
      - create_table: {name: users, columns: [{name: id, type: integer, primary_key: true}, {name: name, type: string(50)}]}
      """;

  @TempDir private Path folder;

  private TestProject project() {
    return new TestProject(folder)
        .revision("r1", null, USERS + "- create_view: {name: v, sql: SELECT id FROM users}\n");
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(TestDatabase database, String sql) throws SQLException {
    int column = sql.startsWith("SHOW") ? 3 : 1;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      StringBuilder all = new StringBuilder();
      while (rows.next()) {
        all.append(rows.getString(column)).append(' ');
      }
      return all.toString().strip();
    }
  }

  private static void upgrade(TestProject project, TestDatabase database) {
    new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
  }

  @Test
  void rightsStayOnPostgresqlWhenAViewOrAFunctionIsMadeAgain() throws SQLException {
    TestProject project =
        project()
            .revision(
                "r2",
                "r1",
                """
                - create_view: {name: w, sql: SELECT id FROM v}
                - create_function: {name: f, arguments: a int, sql: "RETURNS int LANGUAGE sql AS 'SELECT a'"}
                """);
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      upgrade(project, database);
      String role = "\"Reader of " + System.nanoTime() + "\"";
      execute(database, "CREATE ROLE " + role);
      try {
        execute(database, "GRANT SELECT ON v TO " + role + " WITH GRANT OPTION");
        execute(database, "GRANT UPDATE (id), SELECT ON w TO " + role);
        execute(database, "GRANT SELECT ON w TO PUBLIC");
        execute(database, "REVOKE ALL ON FUNCTION f FROM PUBLIC");
        execute(database, "GRANT EXECUTE ON FUNCTION f TO " + role);
        execute(database, "ALTER VIEW w OWNER TO " + role);
        execute(database, "ALTER DEFAULT PRIVILEGES GRANT DELETE ON TABLES TO " + role);
        execute(database, "ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC");
        String rights =
            "SELECT relname || relowner::regrole || COALESCE(relacl::text, '') FROM pg_class WHERE"
                + " relname IN ('v', 'w') UNION ALL SELECT attacl::text FROM pg_attribute WHERE"
                + " attrelid = 'w'::regclass AND attacl IS NOT NULL UNION ALL SELECT proacl::text"
                + " FROM pg_proc WHERE proname = 'f' ORDER BY 1";
        String before = ask(database, rights);
        assertThat(before).contains("Reader of");
        project.revision(
            "r3",
            "r2",
            """
            - create_view: {name: v, replace: true, sql: "SELECT name, id FROM users"}
            - create_function: {name: f, replace: true, arguments: b int4, sql: "RETURNS int LANGUAGE sql AS 'SELECT b + 1'"}
            """);
        upgrade(project, database);
        assertThat(ask(database, "SELECT f(1)")).isEqualTo("2");
        assertThat(ask(database, rights)).isEqualTo(before);
      } finally {
        execute(database, "DROP OWNED BY " + role + " CASCADE");
        execute(database, "DROP ROLE " + role);
      }
    }
  }

  @Test
  void aRuleThatNoRevisionMadeStopsOnPostgresql() throws SQLException {
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      TestProject project = project();
      upgrade(project, database);
      execute(database, "CREATE RULE r AS ON INSERT TO v DO INSTEAD NOTHING");
      project.revision(
          "r2", "r1", "- create_view: {name: v, replace: true, sql: SELECT name FROM users}\n");
      assertThatThrownBy(() -> upgrade(project, database))
          .hasMessageContaining("No revision made r on the view v.");
      assertThat(ask(database, "SELECT id FROM v")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN SELECT 1; END",
        "CREATE VIEW w AS SELECT name FROM users",
        "CREATE VIEW w AS SELECT * FROM v",
        "DROP VIEW v; CREATE VIEW v AS SELECT id + 1 AS id FROM users"
      })
  void whatNoRevisionMadeSoStopsARebuildOnSqlite(String byHand) throws SQLException {
    try (TestDatabase database = TestDatabases.fresh("sqlite")) {
      TestProject project = project();
      upgrade(project, database);
      for (String statement : byHand.split("; (?=CREATE VIEW)", -1)) {
        execute(database, statement);
      }
      String all =
          "SELECT sql FROM sqlite_schema WHERE name NOT LIKE '%schemachain%' ORDER BY name";
      String before = ask(database, all);
      project.revision(
          "r2", "r1", "- alter_column: {table: users, column: name, nullable: false}\n");
      assertThatThrownBy(() -> upgrade(project, database)).hasMessageContaining("revision");
      assertThat(ask(database, all)).isEqualTo(before);
    }
  }

  /** The rebuild would leave a view behind that nobody can ask. */
  @Test
  void aViewThatNeedsWhatGoesStopsARebuildOnSqlite() throws SQLException {
    try (TestDatabase database = TestDatabases.fresh("sqlite")) {
      TestProject project =
          project()
              .revision("r2", "r1", "- create_view: {name: names, sql: SELECT name FROM users}\n")
              .revision(
                  "r3",
                  "r2",
                  """
                  - alter_column: {table: users, column: id, type: bigint}
                  - create_check_constraint: {table: users, name: ck, sql: id > 0}
                  - drop_column: {table: users, column: name}
                  - create_check_constraint: {table: users, name: ck2, sql: id > 1}
                  """);
      assertThatThrownBy(() -> upgrade(project, database)).hasMessageContaining("name");
      assertThat(ask(database, "SELECT name FROM names")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite"})
  void theTextReachesTheDatabaseAsItIs(String dialect) throws SQLException {
    String text = "'a\tb :x ?  %s $1 {d} --no /* no */ \u00e4'";
    String body =
        switch (dialect) {
          case "postgresql" -> "FOR EACH ROW EXECUTE FUNCTION f(" + text + ")";
          case "sqlite" -> "BEGIN\n  SELECT " + text + ";\nEND";
          default -> "FOR EACH ROW BEGIN\n  SET @x = " + text + ";\nEND";
        };
    TestProject project =
        new TestProject(folder)
            .revision(
                "r1",
                null,
                USERS
                    + "- create_function: {name: f, sql: \"RETURNS trigger LANGUAGE plpgsql AS $$"
                    + " BEGIN RETURN NEW; END $$\", dialects: [postgresql]}\n"
                    + "- create_trigger:\n    table: users\n    name: t\n"
                    + "    event: BEFORE INSERT\n    sql: |\n"
                    + body.indent(6));
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database);
      String kept =
          ask(
              database,
              switch (dialect) {
                case "postgresql" -> "SELECT pg_get_triggerdef(oid) FROM pg_trigger";
                case "sqlite" -> "SELECT sql FROM sqlite_schema WHERE type = 'trigger'";
                default -> "SHOW CREATE TRIGGER t";
              });
      assertThat(kept).contains(text);
    }
  }
}
