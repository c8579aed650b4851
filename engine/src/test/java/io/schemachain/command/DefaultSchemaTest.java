package io.schemachain.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialects;
import io.schemachain.testdb.Client;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code default_schema} and {@code on_connect}, and names that are hard, in runs and in scripts.
 */
class DefaultSchemaTest {
  private static final String REVISION =
      """
      - create_table:
          name: Tägliche.Läufe
          columns:
            - {name: id, type: integer, primary_key: true}
            - {name: größe 数, type: string(20), unique: true}
            - {name: order, type: integer, index: true}
      - create_table:
          name: parts
          columns:
            - {name: id, type: integer, primary_key: true}
            - {name: run, type: integer, references: Tägliche.Läufe}
      - bulk_insert: {table: Tägliche.Läufe, rows: [{id: 1, größe 数: é, order: 2}]}
      """;

  @TempDir Path folder;

  private TestProject project(String schema, String onConnect) {
    return new TestProject(folder)
        .file(
            "schema.yaml",
            "format: 1\ndefault_schema: " + schema + "\non_connect:\n  - " + onConnect + "\n")
        .revision("a1", null, REVISION)
        .revision(
            "b2", "a1", "- add_column: {table: Tägliche.Läufe, column: {name: b, type: date}}");
  }

  /** A script that is run where the run was undone finds its own version table in the schema. */
  @ParameterizedTest
  @CsvSource({
    "postgresql, SET lock_timeout = '5s'",
    "mysql, SET @connected = 1",
    "mariadb, SET @connected = 1",
    "h2, SET @connected = 1"
  })
  void whatARunAndAScriptMakeIsInTheDefaultSchema(String dialect, String onConnect)
      throws SQLException, IOException {
    String schema = "App.Ünï " + ThreadLocalRandom.current().nextInt(1_000_000);
    TestProject project = project("\"" + schema + "\"", onConnect);
    String quoted = Dialects.find(dialect).orElseThrow().identifiers().quote(schema);
    try (TestDatabase database = TestDatabases.fresh(dialect);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + quoted);
      try {
        new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
        assertThat(count(statement, quoted + ".schemachain_version")).isEqualTo(2);
        assertThat(count(statement, quoted + "." + table(dialect))).isEqualTo(1);
        new Downgrade(project.workspace(database)).run(new Downgrade.Request("base", false));
        String script =
            requireNonNull(
                new PlanScript(project.workspace(database))
                    .run(new PlanScript.Request("head", false))
                    .output());
        assertThat(script).contains("\n" + onConnect + ";\n");
        Path file = folder.resolve("script.sql");
        Files.writeString(file, script);
        assertThat(Client.run(database, file)).extracting("exitCode").isEqualTo(0);
        assertThat(count(statement, quoted + ".schemachain_version")).isEqualTo(2);
        assertThat(count(statement, quoted + "." + table(dialect))).isEqualTo(1);
      } finally {
        statement.execute(
            "DROP SCHEMA "
                + quoted
                + (dialect.equals("postgresql") || dialect.equals("h2") ? " CASCADE" : ""));
      }
    }
  }

  private static String table(String dialect) {
    return Dialects.find(dialect).orElseThrow().identifiers().quote("Tägliche.Läufe");
  }

  private static int count(Statement statement, String table) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"oracle", "sqlserver"})
  void aScriptBeginsWithBoth(String dialect) {
    String script =
        requireNonNull(
            new Upgrade(project("'Ünï.App'", "SET ROLE app_owner").offline(dialect))
                .run(new Upgrade.Request("base:head", true))
                .output());
    int connected = script.indexOf("SET ROLE app_owner");
    assertThat(connected).isPositive().isLessThan(script.indexOf("CREATE TABLE"));
    assertThat(script.indexOf("Ünï.App", script.indexOf("checksum")))
        .isPositive()
        .isLessThan(connected);
    if (dialect.equals("oracle")) {
      assertThat(script).contains("ALTER SESSION SET CURRENT_SCHEMA = \"Ünï.App\";\n");
    } else {
      assertThat(script)
          .contains("IF SCHEMA_ID(N'Ünï.App') IS NULL")
          .contains("CREATE TABLE [Ünï.App].[Tägliche.Läufe] (")
          .doesNotContain("CREATE TABLE parts");
    }
  }
}
