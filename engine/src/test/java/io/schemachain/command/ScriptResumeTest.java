package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.SchemaException;
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

/** Scripts of which the client ended in the middle, or which failed. */
class ScriptResumeTest {
  private static final String APPLIED =
      "SELECT revision FROM schemachain_version ORDER BY position";

  @TempDir Path folder;

  private TestProject counts() {
    return new TestProject(folder)
        .revision(
            "a1",
            null,
            """
            - create_table: {name: t, columns: [{name: id, type: integer, primary_key: true}, {name: total, type: integer}]}
            - bulk_insert: {table: t, rows: [{id: 1, total: 0}]}
            """)
        .revision(
            "b2",
            "a1",
            """
            - execute: UPDATE t SET total = total + 1
            - add_column: {table: t, column: {name: more, type: integer}}
            """)
        .withoutTransaction("b2");
  }

  /** The client dies when the rows are changed and the journal does not say so. */
  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql", "mariadb", "postgresql"})
  void rowsAreChangedTogetherWithTheJournal(String dialect) throws SQLException, IOException {
    TestProject project = counts();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      String script = plan(project, database);
      int changed = script.indexOf("UPDATE t SET");
      run(database, script.substring(0, script.indexOf("UPDATE schemachain_journal", changed)));
      assertThat(strings(database, "SELECT state FROM schemachain_journal WHERE revision = 'b2'"))
          .containsExactly("started");
      upgrade(project, database);
      assertThat(strings(database, "SELECT total FROM t")).containsExactly("1");
    }
  }

  /** The client dies between the row of the version table and the end of the journal. */
  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql", "mariadb", "postgresql"})
  void theVersionTableAndTheJournalAgree(String dialect) throws SQLException, IOException {
    TestProject project = counts();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      String script = plan(project, database);
      run(
          database,
          script.substring(0, script.indexOf("UPDATE schemachain_journal SET state = 'finished'")));
      upgrade(project, database);
      assertThat(strings(database, "SELECT total FROM t")).containsExactly("1");
      assertThat(strings(database, APPLIED)).containsExactly("a1", "b2");
      project.revision("c3", "b2", "- execute: UPDATE t SET total = total + 1\n");
      ClientResult next = run(database, plan(project, database));
      assertThat(next.exitCode()).as(next.stderr()).isZero();
      assertThat(strings(database, "SELECT total FROM t")).containsExactly("2");
    }
  }

  /** Its first statement is done, and the second fails. */
  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql", "mariadb", "postgresql"})
  void aScriptThatFailedDoesNothingTwice(String dialect) throws SQLException, IOException {
    TestProject project = counts();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      execute(database, "ALTER TABLE t ADD COLUMN more INTEGER");
      String script = plan(project, database);
      assertThat(run(database, script).exitCode()).isNotZero();
      assertThat(run(database, script).exitCode()).isNotZero();
      assertThat(strings(database, "SELECT total FROM t")).containsExactly("1");
    }
  }

  /** A check of the run that failed is no obstacle. */
  @Test
  void goesOnBehindACheck() throws SQLException, IOException {
    TestProject project =
        counts()
            .revision(
                "b2",
                "a1",
                """
                - add_column: {table: t, column: {name: label, type: string(10)}}
                - execute: UPDATE t SET label = 'old'
                """)
            .revision("c3", "b2", "- alter_column: {table: t, column: label, type: integer}\n");
    try (TestDatabase database = TestDatabases.fresh("mysql")) {
      assertThat(fails(project, database)).isTrue();
      execute(database, "UPDATE t SET label = '5'");
      ClientResult result = run(database, plan(project, database));
      assertThat(result.exitCode()).as(result.stderr()).isZero();
      assertThat(strings(database, "SELECT label FROM t")).containsExactly("5");
      assertThat(strings(database, APPLIED)).containsExactly("a1", "b2", "c3");
    }
  }

  // Runs

  private static boolean fails(TestProject project, TestDatabase database) {
    try {
      upgrade(project, database);
      return false;
    } catch (SchemaException e) {
      return true;
    }
  }

  private static void upgrade(TestProject project, TestDatabase database) {
    new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
  }

  private static String plan(TestProject project, TestDatabase database) {
    return String.valueOf(
        new PlanScript(project.workspace(database))
            .run(new PlanScript.Request("head", false))
            .output());
  }

  private ClientResult run(TestDatabase database, String script) throws IOException {
    return Client.run(database, Files.writeString(folder.resolve("script.sql"), script));
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> strings(TestDatabase database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(String.valueOf(row.getString(1)));
      }
    }
    return rows;
  }
}
