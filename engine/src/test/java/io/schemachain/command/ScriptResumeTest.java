package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientOption;
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

  private static final String STATES =
      "SELECT state FROM schemachain_journal WHERE revision = 'b2' ORDER BY entry";

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

  private TestProject backfill() {
    return new TestProject(folder)
        .revision(
            "a1",
            null,
            """
            - create_table:
                name: t
                columns: [{name: id, type: integer, primary_key: true}, {name: total, type: integer}]
                check_constraints: [{name: ck_total, sql: total < 9}]
            - bulk_insert: {table: t, rows: [{id: 1, total: 0}, {id: 2, total: 0}, {id: 3, total: 0}, {id: 4, total: 8}]}
            """)
        .revision(
            "b2",
            "a1",
            "- backfill: {table: t, set: {total: {sql: total + 1}}, all: true, batch_size: 2}\n");
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
      assertThat(strings(database, STATES)).isEmpty();
      upgrade(project, database);
      assertThat(strings(database, "SELECT total FROM t")).containsExactly("1");
    }
  }

  /** Such as an editor that sends each statement by itself: what it left is for a person to see. */
  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql", "mariadb", "postgresql"})
  void aClientThatHoldsNoTransactionIsAskedAbout(String dialect) throws SQLException, IOException {
    TestProject project = counts();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      String script = plan(project, database);
      String ignored =
          script.replaceAll("(?m)^(BEGIN|START TRANSACTION|SET AUTOCOMMIT FALSE);$", "-- ignored");
      assertThat(ignored).isNotEqualTo(script);
      int changed = ignored.indexOf("UPDATE t SET");
      run(database, ignored.substring(0, ignored.indexOf("UPDATE schemachain_journal", changed)));
      assertThat(strings(database, STATES)).containsExactly("started");
      assertThatThrownBy(() -> upgrade(project, database))
          .hasMessageContaining(
              "it was started by a script, whose client did not hold it in a transaction.")
          .hasMessageContaining("-Dschema.action=done");
      assertThatThrownBy(() -> plan(project, database))
          .hasMessageContaining("-Dschema.action=done");
      new Resolve(project.workspace(database)).run(new Resolve.Request(Resolve.Action.DONE));
      upgrade(project, database);
      assertThat(strings(database, "SELECT total FROM t")).containsExactly("1");
    }
  }

  /** A batch that is done would be done again. */
  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql", "mariadb", "postgresql"})
  void isStoppedByABackfillThatIsHalfDone(String dialect) throws SQLException, IOException {
    TestProject project = backfill();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      assertThat(fails(project, database)).isTrue();
      execute(database, "UPDATE t SET total = 0 WHERE id = 4");
      String script =
          String.valueOf(
              new Upgrade(project.offline(dialect))
                  .run(new Upgrade.Request("a1:head", true))
                  .output());
      for (String state : List.of("failed", "interrupted", "started")) {
        execute(
            database,
            "UPDATE schemachain_journal SET state = '" + state + "' WHERE kind = 'backfill'");
        assertThat(run(database, script).exitCode()).as(state).isNotZero();
        assertThat(strings(database, "SELECT total FROM t ORDER BY id"))
            .containsExactly("1", "1", "0", "0");
      }
    }
  }

  // Clients that go on after errors

  /** What the message says is what helps. */
  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql", "mariadb", "postgresql"})
  void saysWhatToTypeNext(String dialect) throws SQLException, IOException {
    TestProject project = counts();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      execute(database, "ALTER TABLE t ADD COLUMN more INTEGER");
      String script = plan(project, database);
      assertThat(run(database, script).exitCode()).isNotZero();
      assertThat(run(database, script).stderr())
          .contains(
              "A revision is begun and not finished: see the last row of schemachain_journal.")
          .contains("mvn schema:upgrade goes on with it, mvn schema:plan prints what is left.");
      execute(database, "ALTER TABLE t DROP COLUMN more");
      ClientResult rest = run(database, plan(project, database));
      assertThat(rest.exitCode()).as(rest.stderr()).isZero();
      assertThat(strings(database, "SELECT total FROM t")).containsExactly("1");
      assertThat(run(database, script).stderr())
          .contains("This database is not at a1. See SELECT revision FROM schemachain_version,")
          .contains(
              "print the script from there: mvn schema:upgrade -Dschema.sql"
                  + " -Dschema.target=<there>:b2");
    }
  }

  /** What was to be changed, what is in the way, and how it is moved out of it. */
  private record Obstacle(String revision, String inTheWay, String outOfIt) {}

  private static final Obstacle ROWS =
      new Obstacle(
          """
          - execute: UPDATE t SET total = total + 1
          - execute: UPDATE t SET total = total + 10
          """,
          "ALTER TABLE t ADD CONSTRAINT ck_total CHECK (total < 10)",
          "ALTER TABLE t DROP CONSTRAINT ck_total");

  private static final Obstacle DDL =
      new Obstacle(
          """
          - execute: UPDATE t SET total = total + 1
          - add_column: {table: t, column: {name: more, type: integer}}
          - execute: UPDATE t SET total = total + 10
          """,
          "ALTER TABLE t ADD more INTEGER",
          "ALTER TABLE t DROP COLUMN more");

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb", "postgresql"})
  void aClientThatGoesOnDoesNothingBehindAFailure(String dialect) throws SQLException, IOException {
    // In PostgreSQL nothing stops such a client where there is no transaction: scripts.md.
    boolean rowsAlone = dialect.equals("postgresql");
    for (Obstacle obstacle : rowsAlone ? List.of(ROWS) : List.of(ROWS, DDL)) {
      TestProject project =
          counts()
              .revision("b2", "a1", obstacle.revision())
              .revision("c3", "b2", "- execute: UPDATE t SET total = total + 100\n")
              .withoutTransaction("b2");
      try (TestDatabase database = TestDatabases.fresh(dialect)) {
        new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
        execute(database, obstacle.inTheWay());
        String script = plan(project, database);
        goingOn(database, script);
        assertThat(strings(database, APPLIED)).containsExactly("a1");
        assertThat(strings(database, "SELECT total FROM t")).containsExactly("1");
        if (rowsAlone) {
          continue;
        }
        execute(database, obstacle.outOfIt());
        goingOn(database, script);
        assertThat(strings(database, APPLIED)).containsExactly("a1");
        assertThat(strings(database, "SELECT total FROM t"))
            .as("the same script, which was stopped by itself")
            .containsExactly("1");
        goingOn(database, plan(project, database));
        assertThat(strings(database, "SELECT total FROM t")).containsExactly("111");
        assertThat(strings(database, APPLIED)).containsExactly("a1", "b2", "c3");
      }
    }
  }

  /** The rows and the journal come and go together, whatever of them fails. */
  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb"})
  void aClientThatGoesOnKeepsRowsAndJournalTogether(String dialect)
      throws SQLException, IOException {
    for (String refused : List.of("INSERT", "UPDATE")) {
      TestProject project = counts();
      try (TestDatabase database = TestDatabases.fresh(dialect)) {
        new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
        String script = plan(project, database);
        execute(
            database,
            "CREATE TRIGGER no BEFORE "
                + refused
                + " ON schemachain_journal FOR EACH ROW SIGNAL SQLSTATE '45000'");
        goingOn(database, script);
        assertThat(strings(database, "SELECT total FROM t")).containsExactly("0");
        assertThat(strings(database, STATES)).isEmpty();
        assertThat(strings(database, APPLIED)).containsExactly("a1");
        execute(database, "DROP TRIGGER no");
        goingOn(database, script);
        assertThat(strings(database, "SELECT total FROM t")).containsExactly("1");
        assertThat(strings(database, APPLIED)).containsExactly("a1", "b2");
      }
    }
  }

  /** The row of the version table is refused: the journal must not say that all is finished. */
  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb"})
  void aClientThatGoesOnFinishesInBothTables(String dialect) throws SQLException, IOException {
    TestProject project = counts();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      execute(
          database,
          "CREATE TRIGGER no BEFORE INSERT ON schemachain_version FOR EACH ROW"
              + " SIGNAL SQLSTATE '45000'");
      goingOn(database, plan(project, database));
      assertThat(strings(database, STATES)).containsExactly("done", "done");
      execute(database, "DROP TRIGGER no");
      upgrade(project, database);
      assertThat(strings(database, "SELECT total FROM t")).containsExactly("1");
      assertThat(strings(database, APPLIED)).containsExactly("a1", "b2");
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

  /** psql does so when it is not told otherwise. */
  private void goingOn(TestDatabase database, String script) throws IOException {
    Client.run(
        database,
        Files.writeString(
            folder.resolve("script.sql"), script.replace("\\set ON_ERROR_STOP on", "")),
        ClientOption.CONTINUE_ON_ERROR);
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
