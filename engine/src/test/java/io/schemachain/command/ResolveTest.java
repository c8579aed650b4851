package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.apply.LockBusyException;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an interrupted run asks of people, and what they may say. */
class ResolveTest {
  private static final String STATES =
      "SELECT operation_index, state FROM schemachain_journal WHERE state <> 'lock' ORDER BY entry";

  @TempDir Path folder;

  private TestProject table() {
    return new TestProject(folder)
        .revision(
            "a1",
            null,
            "- create_table: {name: users, columns: [{name: id, type: integer, primary_key: true}]}\n");
  }

  /** Three columns; the run is killed when it was about to add the second. */
  private TestProject columns() {
    return table()
        .revision(
            "b2",
            "a1",
            """
            - add_column: {table: users, column: {name: b1, type: integer}}
            - add_column: {table: users, column: {name: b2, type: integer}}
            - add_column: {table: users, column: {name: b3, type: integer}}
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql", "mariadb"})
  void whatIsNotDoneYetMayBeChanged(String dialect) throws SQLException {
    TestProject project = columns();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      kill(project, database, "b2");
      project.revision(
          "b2",
          "a1",
          """
          - add_column: {table: users, column: {name: b0, type: integer}}
          - add_column: {table: users, column: {name: b2, type: integer}}
          """);
      assertThatThrownBy(() -> upgrade(project, database, "head"))
          .hasMessageContaining(
              "The upgrade of b2 (Revision b2) was interrupted at statement 1 of operation 2, and"
                  + " statement 1 of operation 1, which is before that, is not the one that was"
                  + " done: the revision was changed.")
          .hasMessageContaining("Or it was begun with another version of the server");
      project.revision(
          "b2",
          "a1",
          """
          - add_column: {table: users, column: {name: b1, type: integer}}
          - add_column: {table: users, column: {name: b2, type: string(10)}}
          """);
      assertThatThrownBy(() -> upgrade(project, database, "head"))
          .hasMessageContaining("it was started, and the revision was changed since then")
          .hasMessageContaining("mvn schema:resolve -Dschema.action=retry");
      resolve(project, database, Resolve.Action.RETRY);
      upgrade(project, database, "head");
      assertThat(strings(database, "SELECT b1, b2 FROM users")).isEmpty();
      assertThat(strings(database, STATES))
          .containsExactly("0|finished", "0|finished", "1|finished", "1|finished");
    }
  }

  /** Its type cannot be changed, which a check does not see. */
  private TestProject failsBehindCheck() {
    return new TestProject(folder)
        .revision(
            "a1",
            null,
            """
            - create_table: {name: users, columns: [{name: id, type: integer, primary_key: true}, {name: age, type: string(10)}]}
            - execute: INSERT INTO users (id, age) VALUES (1, 'old')
            """)
        .revision("b2", "a1", "- alter_column: {table: users, column: age, type: integer}\n");
  }

  /** A check before it is no change: what stands in its place now is run. */
  @Test
  void whatStandsInPlaceOfACheckIsRun() throws SQLException {
    TestProject project = failsBehindCheck();
    try (TestDatabase database = TestDatabases.fresh("mysql")) {
      assertThatThrownBy(() -> upgrade(project, database, "head"))
          .hasMessageContaining("upgrade b2");
      assertThat(
              strings(
                  database, "SELECT kind, state FROM schemachain_journal WHERE revision = 'b2'"))
          .containsExactly("check|done", "ddl|failed");
      project.revision(
          "b2",
          "a1",
          """
          - execute: |
              CREATE TABLE one (id INTEGER);
              CREATE TABLE two (id INTEGER);
          """);
      upgrade(project, database, "head");
      assertThat(strings(database, "SELECT one.id, two.id FROM one, two")).isEmpty();
    }
  }

  @Test
  void theOtherWayAndAnotherTargetAreRefused() throws SQLException {
    TestProject project = columns().revision("c3", "a1", "- execute: DELETE FROM users\n");
    try (TestDatabase database = TestDatabases.fresh("h2")) {
      kill(project, database, "b2");
      assertThatThrownBy(() -> upgrade(project, database, "c3"))
          .hasMessageContaining("and the target does not have it.")
          .hasMessageContaining("mvn schema:upgrade -Dschema.target=b2")
          .hasMessageContaining("mvn schema:resolve -Dschema.action=revert");
      assertThatThrownBy(
              () ->
                  new Downgrade(project.workspace(database))
                      .run(new Downgrade.Request("base", false)))
          .hasMessageContaining("and only another upgrade goes on with it.");
      CommandResult current =
          new Current(project.workspace(database))
              .run(new Current.Request(false, false, OutputFormat.TEXT));
      assertThat(current.messages())
          .contains(
              "The upgrade of b2 (Revision b2) was interrupted at statement 1 of operation 2, or is"
                  + " being run now; mvn schema:upgrade -Dschema.target=b2 goes on with it.");
      upgrade(project, database, "b2");
      upgrade(project, database, "c3");
    }
  }

  /** Nothing of it is done, so that its parent may be undone, and comes before it again. */
  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql"})
  void whatOnlyFailedIsNotTakenOutOfItsOrder(String dialect) throws SQLException {
    TestProject project = columns().revision("c3", "b2", "- execute: UPDATE users SET b4 = 1\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      assertThatThrownBy(() -> upgrade(project, database, "head"))
          .hasMessageContaining("upgrade c3");
      new Downgrade(project.workspace(database)).run(new Downgrade.Request("a1", false));
      project.revision("c3", "b2", "- execute: UPDATE users SET b1 = 1\n");
      upgrade(project, database, "head");
      assertThat(strings(database, "SELECT revision FROM schemachain_version ORDER BY position"))
          .containsExactly("a1", "b2", "c3");
    }
  }

  @Test
  void whatWasTakenBackByHandIsAsBefore() throws SQLException {
    TestProject project = columns();
    try (TestDatabase database = TestDatabases.fresh("h2")) {
      kill(project, database, "b2");
      execute(database, "ALTER TABLE users DROP COLUMN b1");
      resolve(project, database, Resolve.Action.REVERT);
      upgrade(project, database, "head");
      assertThat(strings(database, "SELECT b1, b2, b3 FROM users")).isEmpty();
    }
  }

  /** Somebody has made a column of that name meanwhile, and another one. */
  @Test
  void aPersonIsToldWhatIsThere() throws SQLException {
    TestProject project = columns();
    try (TestDatabase database = TestDatabases.fresh("h2")) {
      kill(project, database, "b2");
      execute(database, "ALTER TABLE users ADD COLUMN b2 VARCHAR(10)");
      assertThatThrownBy(() -> upgrade(project, database, "head"))
          .hasMessageContaining("(add_column users.b2): the database is neither as before it nor")
          .hasMessageContaining("column users.b2 was changed: type")
          .hasMessageContaining("ALTER TABLE users ADD COLUMN b2 INTEGER")
          .hasMessageContaining("mvn schema:resolve -Dschema.action=done");
      execute(database, "ALTER TABLE users ALTER COLUMN b2 SET DATA TYPE INTEGER");
      resolve(project, database, Resolve.Action.DONE);
      upgrade(project, database, "head");
      new Drift(project.workspace(database)).run(new Drift.Request());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rawSqlSaysWhenItIsDone(boolean isDone) throws SQLException {
    TestProject project =
        table()
            .revision(
                "b2",
                "a1",
                """
                - execute:
                    sql: CREATE ROLE reporting_of_b2
                    done_when: "SELECT COUNT(*) > 0 FROM INFORMATION_SCHEMA.ROLES WHERE ROLE_NAME = 'REPORTING_OF_B2'"
                - add_column: {table: users, column: {name: b3, type: integer}}
                """);
    try (TestDatabase database = TestDatabases.fresh("h2")) {
      upgrade(project, database, "a1");
      kill(project, database, "CREATE ROLE");
      if (isDone) {
        execute(database, "CREATE ROLE reporting_of_b2");
      }
      upgrade(project, database, "head");
      assertThat(project.log)
          .anySatisfy(
              line ->
                  assertThat(line)
                      .isEqualTo(
                          "upgrade b2 (Revision b2) was interrupted at execute: it is "
                              + (isDone ? "done" : "not done")
                              + ", says its done_when, "
                              + (isDone ? "going on after it." : "going on with it.")));
      assertThat(strings(database, "SELECT b3 FROM users")).isEmpty();
    }
  }

  @Test
  void rawSqlOfWhichNobodyKnowsIsForAPerson() throws SQLException {
    TestProject project = table().revision("b2", "a1", "- execute: CREATE ROLE other_of_b2\n");
    try (TestDatabase database = TestDatabases.fresh("h2")) {
      upgrade(project, database, "a1");
      kill(project, database, "CREATE ROLE");
      assertThatThrownBy(() -> upgrade(project, database, "head"))
          .hasMessageContaining("nobody knows whether it was done");
      resolve(project, database, Resolve.Action.RETRY);
      upgrade(project, database, "head");
      execute(database, "DROP ROLE other_of_b2");
    }
  }

  /** It has committed a row, and would commit it again. */
  @Test
  void aRoutineThatFailedIsForAPerson() throws SQLException {
    TestProject project = table().revision("b2", "a1", "- execute: CALL fill()\n");
    try (TestDatabase database = TestDatabases.fresh("mysql")) {
      upgrade(project, database, "a1");
      execute(
          database,
          "CREATE PROCEDURE fill() BEGIN INSERT INTO users (id) SELECT COUNT(*) FROM users c;"
              + " COMMIT; SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'; END");
      assertThatThrownBy(() -> upgrade(project, database, "head")).hasMessageContaining("no");
      assertThatThrownBy(() -> upgrade(project, database, "head"))
          .hasMessageContaining("it failed, and nobody knows what it had committed by then")
          .hasMessageContaining("CALL fill()");
      assertThat(strings(database, "SELECT COUNT(*) FROM users")).containsExactly("1");
      resolve(project, database, Resolve.Action.DONE);
      upgrade(project, database, "head");
      assertThat(strings(database, "SELECT COUNT(*) FROM users")).containsExactly("1");
    }
  }

  /** The script of what is left, by the database's own client, and a second time. */
  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb", "h2"})
  void planPrintsWhatIsLeft(String dialect) throws SQLException, IOException {
    TestProject project = columns();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      kill(project, database, "b2");
      CommandResult plan =
          new PlanScript(project.workspace(database)).run(new PlanScript.Request("head", false));
      String script = String.valueOf(plan.output());
      assertThat(script)
          .doesNotContain("b1 INTEGER")
          .contains("ADD COLUMN b2 INTEGER", "ADD COLUMN b3 INTEGER")
          .contains(
              "-- upgrade b2 (Revision b2) was interrupted at add_column users.b2: it is not");
      Path file = Files.writeString(folder.resolve("rest.sql"), script);
      ClientResult result = Client.run(database, file);
      assertThat(result.exitCode()).as(result.stderr()).isZero();
      assertThat(strings(database, "SELECT b1, b2, b3 FROM users")).isEmpty();
      assertThat(strings(database, "SELECT revision FROM schemachain_version ORDER BY position"))
          .containsExactly("a1", "b2");
      assertThat(strings(database, STATES)).allMatch(row -> row.endsWith("|finished"));
      Client.run(database, file);
      assertThat(strings(database, "SELECT revision FROM schemachain_version ORDER BY position"))
          .containsExactly("a1", "b2");
      new Drift(project.workspace(database)).run(new Drift.Request());
    }
  }

  /** A server may go on with a statement of a run that is dead. */
  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql", "mariadb", "postgresql"})
  void waitsForTheSessionOfTheDeadRun(String dialect) throws Exception {
    TestProject project = columns().withoutTransaction("b2").lockTimeout(Duration.ofSeconds(1));
    try (TestDatabase database = TestDatabases.fresh(dialect);
        Connection dead = database.connect();
        Statement slow = dead.createStatement()) {
      kill(project, database, "b2");
      boolean isH2 = dialect.equals("h2");
      String id =
          switch (dialect) {
            case "h2" -> "SESSION_ID()";
            case "postgresql" -> "pg_backend_pid()";
            default -> "CONNECTION_ID()";
          };
      slow.execute("UPDATE schemachain_journal SET session = " + id + " WHERE state = 'started'");
      Thread atWork =
          new Thread(
              () -> {
                try {
                  slow.execute(
                      isH2
                          ? "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 100000) a, SYSTEM_RANGE(1, 1000000) b"
                              + " WHERE a.x + b.x < 0"
                          : dialect.equals("postgresql")
                              ? "SELECT pg_sleep(600)"
                              : "SELECT SLEEP(600)");
                } catch (SQLException e) {
                  // It is cancelled.
                }
              });
      atWork.start();
      Thread.sleep(500);
      assertThatThrownBy(() -> upgrade(project, database, "head"))
          .isInstanceOf(LockBusyException.class)
          .hasMessageContaining("of the run that was interrupted");
      assertThatThrownBy(
              () ->
                  new Resolve(project.workspace(database))
                      .run(new Resolve.Request(Resolve.Action.DONE)))
          .as("nobody can say yet what became of it")
          .isInstanceOf(LockBusyException.class);
      slow.cancel();
      atWork.join();
      upgrade(project, database, "head");
      assertThat(strings(database, "SELECT b1, b2, b3 FROM users")).isEmpty();
    }
  }

  // Runs

  /** Dies when it was about to send a statement with these words in it. */
  private static void kill(TestProject project, TestDatabase database, String words) {
    CrashingSource source =
        new CrashingSource(database, sql -> sql.contains(words) && !sql.contains("schemachain_"));
    project.lender(source);
    assertThatThrownBy(() -> upgrade(project, database, "b2")).isInstanceOf(SchemaException.class);
    assertThat(source.hasCrashed()).isTrue();
    project.lender(null);
  }

  private static void upgrade(TestProject project, TestDatabase database, String target) {
    new Upgrade(project.workspace(database)).run(new Upgrade.Request(target, false));
  }

  private static void resolve(TestProject project, TestDatabase database, Resolve.Action action) {
    new Resolve(project.workspace(database)).run(new Resolve.Request(action));
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
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }
}
