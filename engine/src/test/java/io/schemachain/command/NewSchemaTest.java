package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.Dialects;
import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientResult;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run, or a script, that begins by creating its default schema. */
class NewSchemaTest {
  private static final String TABLE =
      "- create_table: {name: t, columns: [{name: id, type: integer, primary_key: true}]}\n";

  /** On servers where a schema is a database it is one of all tests. */
  private static final String SCHEMA = "new_schema_" + ProcessHandle.current().pid();

  @TempDir Path folder;

  private TestProject project() {
    return new TestProject(folder).newSchema(SCHEMA).revision("a1", null, TABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void aRunCreatesItOnce(String dialect) throws SQLException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      try {
        new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
        assertThat(applied(database)).containsExactly("a1");
        new Downgrade(project.workspace(database)).run(new Downgrade.Request("base", false));
        assertThat(applied(database)).isEmpty();
      } finally {
        execute(database, "DROP SCHEMA IF EXISTS " + SCHEMA + cascade(dialect));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void aScriptCreatesItOnce(String dialect) throws IOException, SQLException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      try {
        run(database, script(project, dialect, "head"));
        assertThat(applied(database)).containsExactly("a1");
        project.revision("b1", "a1", TABLE.replace("name: t,", "name: u,"));
        run(database, script(project, dialect, "a1:b1"));
        assertThat(applied(database)).containsExactly("a1", "b1");
      } finally {
        execute(database, "DROP SCHEMA IF EXISTS " + SCHEMA + cascade(dialect));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void whoLooksCreatesNothing(String dialect) throws SQLException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect);
        Connection held = database.connect()) { // H2 forgets what nobody has open.
      assertThat(held.isValid(5)).isTrue();
      assertThatThrownBy(
              () ->
                  new Current(project.workspace(database))
                      .run(new Current.Request(false, false, OutputFormat.TEXT)))
          .hasMessageContaining(SCHEMA);
      String query = Dialects.find(dialect).orElseThrow().hasSchema(SCHEMA);
      assertThat(strings(database, query)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void whatNobodyKnowsOfIsNotDroppedWithASchema(String dialect) throws SQLException {
    TestProject project =
        new TestProject(folder)
            .revision("a1", null, "- create_schema: {name: " + SCHEMA + "}\n")
            .revision("b1", "a1", "- drop_schema: {name: " + SCHEMA + "}\n");
    try (TestDatabase database = TestDatabases.fresh(dialect);
        Connection held = database.connect();
        Statement statement = held.createStatement()) {
      try {
        new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
        statement.execute("CREATE TABLE " + SCHEMA + ".kept (id INTEGER)");
        assertThatThrownBy(
                () ->
                    new Upgrade(project.workspace(database))
                        .run(new Upgrade.Request("head", false)))
            .hasMessageContaining(SCHEMA);
        assertThat(strings(database, "SELECT COUNT(*) FROM " + SCHEMA + ".kept"))
            .containsExactly("0");
      } finally {
        execute(database, "DROP SCHEMA IF EXISTS " + SCHEMA + cascade(dialect));
      }
    }
  }

  /** To create a schema wants a right, also where it exists. */
  @Test
  void oneThatExistsNeedsNoRight() throws SQLException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      execute(database, "CREATE ROLE " + SCHEMA);
      execute(database, "CREATE SCHEMA " + SCHEMA + " AUTHORIZATION " + SCHEMA);
      try {
        execute(database, "ALTER DATABASE " + name(database) + " SET role = " + SCHEMA);
        new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
        assertThat(applied(database)).containsExactly("a1");
      } finally {
        String name = name(database);
        try (Connection connection = database.connect();
            Statement statement = connection.createStatement()) {
          statement.execute("SET ROLE NONE");
          statement.execute("ALTER DATABASE " + name + " RESET role");
          statement.execute("DROP SCHEMA " + SCHEMA + " CASCADE");
          statement.execute("DROP ROLE " + SCHEMA);
        }
      }
    }
  }

  @Test
  void sqliteHasNoneToCreate() {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh("sqlite")) {
      assertThatThrownBy(
              () ->
                  new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false)))
          .hasMessageContaining("SQLite does not support schemas in a database.");
      project.newSchema("main");
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
    }
    assertThatThrownBy(() -> script(project.newSchema(SCHEMA), "sqlite", "head"))
        .hasMessageContaining("SQLite does not support schemas in a database.");
  }

  @Test
  void onSqlServerTheSchemaIsCreatedInAStatementOfItsOwn() {
    assertThat(script(project().newSchema("App"), "sqlserver", "head"))
        .contains(
            "IF SCHEMA_ID(N'App') IS NULL\n  EXEC (N'CREATE SCHEMA [App]');\nGO\n"
                + "IF SCHEMA_ID(N'App') IS NULL\n  THROW");
  }

  @Test
  void onOracleASchemaIsAUser() {
    assertThatThrownBy(() -> script(project(), "oracle", "head"))
        .hasMessageContaining("Oracle does not support schemas without a user.");
  }

  @Test
  void withoutANameThereIsNothingToCreate() {
    assertThatThrownBy(() -> script(project().newSchema(null), "h2", "head"))
        .hasMessageContaining("createSchema")
        .hasMessageContaining("-Dschema.defaultSchema");
  }

  private static String cascade(String dialect) {
    return dialect.equals("mysql") || dialect.equals("mariadb") ? "" : " CASCADE";
  }

  private String script(TestProject project, String dialect, String target) {
    return String.valueOf(
        new Upgrade(project.offline(dialect)).run(new Upgrade.Request(target, true)).output());
  }

  private void run(TestDatabase database, String script) throws IOException {
    Path file = Files.writeString(folder.resolve("up.sql"), script);
    ClientResult result = Client.run(database, file);
    assertThat(result.exitCode()).as(result.stdout() + result.stderr()).isZero();
  }

  private static List<String> applied(TestDatabase database) throws SQLException {
    return strings(
        database, "SELECT revision FROM " + SCHEMA + ".schemachain_version ORDER BY revision");
  }

  private static String name(TestDatabase database) throws SQLException {
    return strings(database, "SELECT current_database()").get(0);
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> strings(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
