package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that dies at any place is gone on with by the next one, up and down; nothing is done twice
 * and nothing is left out.
 */
class ResumeTest {
  private static final List<String> TABLES = List.of("people", "teams", "notes", "logs");
  private static final int MOST_CRASHES = 1000;

  @TempDir Path folder;

  /** Every kind of change, several statements each where the database needs them. */
  private TestProject project(String dialect) {
    boolean postgresql = dialect.equals("postgresql");
    TestProject project =
        new TestProject(folder)
            .revision(
                "a1",
                null,
                """
                - create_table:
                    name: teams
                    comment: Who works together
                    columns:
                      - {name: id, type: integer, primary_key: true}
                      - {name: name, type: string(50), nullable: false, comment: as they say it}
                - create_table:
                    name: users
                    comment: People
                    columns:
                      - {name: id, type: integer, primary_key: true}
                      - {name: email, type: string(50), default: none, comment: where to write}
                      - {name: team, type: integer, references: {table: teams}}
                      - {name: mood, type: {enum: {name: mood, values: [sad, ok]}}}
                      - {name: old, type: string(10)}
                    indexes:
                      - {name: ix_users_email, columns: [email]}
                      - {name: ix_users_team, columns: [team]}
                - bulk_insert:
                    table: teams
                    rows: [{id: 1, name: red}, {id: 2, name: blue}]
                - bulk_insert:
                    table: users
                    rows:
                      - {id: 1, email: a@example.org, team: 1, mood: ok, old: x}
                      - {id: 2, email: b@example.org, team: 2, mood: sad, old: y}
                """)
            .revision(
                "b2",
                "a1",
                """
                - add_column: {table: users, column: {name: age, type: integer, comment: in years}}
                - add_column: {table: users, column: {name: visits, type: integer, nullable: false, default: 0}}
                - execute: UPDATE users SET visits = visits + 1
                - alter_column: {table: users, column: email, new_name: mail, type: string(100), nullable: false, default: nobody, comment: changed}
                - create_index: {name: ix_users_age, table: users, columns: [age, {name: mail, order: desc}]}
                - drop_index: {name: ix_users_email, table: users}
                - create_unique_constraint: {name: uq_users_mail, table: users, columns: [mail]}
                - create_check_constraint: {name: ck_users_age, table: users, sql: age > 0}
                - update: {table: users, set: {visits: {sql: visits + 10}}, where: {id: 1}}
                - create_view: {name: mails, sql: "SELECT id, mail FROM users"}
                """)
            .revision("b3", "b2", "- add_value: {type: mood, value: happy}\n")
            .revision(
                "c3",
                "b3",
                """
                - create_table: {name: notes, columns: [{name: no, type: integer, primary_key: true}, {name: text, type: string(20)}]}
                - execute: |
                    INSERT INTO notes (no, text) VALUES (1, 'a');
                    INSERT INTO notes (no, text) VALUES (2, 'b');
                - drop_view: {name: mails}
                - drop_constraint: {name: ck_users_age, table: users}
                - drop_column: {table: users, column: old}
                - rename_table: {name: users, new_name: people}
                - alter_column: {table: people, column: mail, new_name: address}
                - create_index: {name: ix_notes_text, table: notes, columns: [text], if_not_exists: true}
                - create_index: {name: ix_notes_text, table: notes, columns: [text], if_not_exists: true}
                - delete: {table: notes, where: {no: 2}}
                - create_view: {name: addresses, sql: "SELECT id, address FROM people"}
                - create_table_comment: {table: notes, comment: All of them}
                """)
            .file(
                "versions/d4.yaml",
                """
                format: 1
                revision: d4
                down_revision: c3
                message: Raw
                upgrade:
                  - execute: |
                      CREATE TABLE logs (id INTEGER NOT NULL, line VARCHAR(20));
                      INSERT INTO logs (id, line) VALUES (1, 'a');
                      CREATE INDEX ix_logs_id ON logs (id);
                downgrade:
                  - drop_index: {name: ix_logs_id, table: logs}
                  - drop_table: {name: logs}
                """);
    if (postgresql) {
      for (String id : List.of("a1", "b2", "c3", "d4")) {
        project.withoutTransaction(id);
      }
      project.revision(
          "e5",
          "d4",
          """
          - add_column: {table: notes, column: {name: note, type: text}}
          - create_index: {name: ix_people_age, table: people, columns: [age], concurrently: true}
          - add_column: {table: notes, column: {name: hint, type: text}}
          """);
    } else {
      project.revision(
          "e5",
          "d4",
          """
          - rename_index: {table: people, name: ix_users_age, new_name: ix_people_age}
          - rename_constraint: {table: people, name: uq_users_mail, new_name: uq_people_mail}
          - create_check_constraint: {name: ck_notes_no, table: notes, sql: no > 0}
          - rename_constraint: {table: notes, name: ck_notes_no, new_name: ck_notes_number}
          - create_foreign_key: {name: fk_logs_note, table: logs, columns: [id], references: {table: notes, columns: [no]}}
          - rename_constraint: {table: logs, name: fk_logs_note, new_name: fk_logs_notes}
          - create_primary_key: {name: pk_logs, table: logs, columns: [id]}
          - create_function:
              name: twice
              arguments: {default: n INTEGER, h2: null}
              sql: {default: RETURNS INTEGER DETERMINISTIC RETURN n * 2, h2: FOR 'java.lang.Math.abs(int)'}
          - create_function:
              name: pause
              sql: {default: RETURNS INTEGER DETERMINISTIC RETURN 1, h2: FOR 'java.lang.System.gc()'}
          - create_procedure: {name: twice, sql: "MODIFIES SQL DATA BEGIN DELETE FROM notes WHERE no < 0; END", except_dialects: [h2]}
          - create_trigger: &trigger
              table: notes
              name: count_changes
              event: BEFORE UPDATE
              sql: {default: FOR EACH ROW SET NEW.text = 'changed', h2: FOR EACH ROW CALL 'io.schemachain.golden.NoTrigger'}
          - drop_trigger: {table: notes, name: count_changes}
          - drop_function: {name: twice}
          - create_trigger: *trigger
          """);
    }
    return project;
  }

  /** What a run leaves that nothing interrupts. */
  private List<String> expected(TestProject project, String dialect) throws SQLException {
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database);
      return rows(database);
    }
  }

  @Test
  void goesOnFromEveryPlace() throws SQLException {
    TestProject project = project("h2");
    List<String> expected = expected(project, "h2");
    int crashes = 0;
    for (int place = 1; place < MOST_CRASHES; place++) {
      try (TestDatabase database = TestDatabases.fresh("h2")) {
        int[] countdown = {place};
        boolean crashed = crashes(project, database, "upgrade", sql -> --countdown[0] == 0);
        String where = "Killed before statement " + place + " that was sent: ";
        if (!crashed) {
          break;
        }
        crashes++;
        requireDone(project, database, expected, where);
      }
    }
    assertThat(crashes).isGreaterThan(120);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql", "mariadb", "postgresql"})
  void goesOnWhenItIsKilledBeforeAndAfterEachStatement(String dialect) throws SQLException {
    TestProject project = project(dialect);
    List<String> expected = expected(project, dialect);
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      Killer killer = new Killer();
      run(project, database, "upgrade", killer);
      requireDone(project, database, expected, killer.history() + project.log);
      assertThat(killer.crashes).isGreaterThan(40);
      run(project, database, "downgrade", new Killer());
      assertThat(strings(database, "SELECT revision FROM schemachain_version")).isEmpty();
      assertThat(openRows(database)).isEmpty();
      upgrade(project, database);
      requireDone(project, database, expected, "Up again: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql", "mariadb", "postgresql"})
  void goesOnWhenItIsKilledBetweenStatements(String dialect) throws SQLException {
    TestProject project = project(dialect);
    List<String> expected = expected(project, dialect);
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      Set<String> seen = new HashSet<>();
      boolean[] done = {false};
      CrashingSource.Crash betweenStatements =
          sql -> {
            boolean was = done[0];
            done[0] = sql.startsWith("UPDATE schemachain_journal SET state = 'done', d");
            return was && !sql.equals("COMMIT") && seen.add(withoutRun(sql));
          };
      run(project, database, "upgrade", betweenStatements);
      assertThat(seen).hasSizeGreaterThan(20);
      requireDone(project, database, expected, "Killed between statements: ");
    }
  }

  /** Kills once before each statement of a revision, and once after it. */
  private static final class Killer implements CrashingSource.Crash {
    private final Set<String> before = new HashSet<>();
    private final Set<String> after = new HashSet<>();
    private @Nullable String running;
    private boolean started;
    int crashes;

    @Override
    public boolean before(String sql) {
      boolean isStatement = started;
      String ran = running;
      started = sql.contains("'started'") && sql.startsWith("INSERT");
      running = isStatement ? sql : null;
      boolean kill =
          (isStatement && before.add(sql))
              || (ran != null && after.add(ran))
              || (sql.startsWith("INSERT INTO schemachain_version") && before.add(finish(sql)));
      if (kill) {
        crashes++;
        running = null;
        started = false;
      }
      return kill;
    }

    private static String finish(String sql) {
      return sql.replaceAll("\\b\\d+\\b", "#");
    }

    String history() {
      return "Killed " + crashes + " times: ";
    }
  }

  private static String withoutRun(String sql) {
    return sql.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "run");
  }

  // Runs

  /** Again and again until it comes to its end. */
  private static void run(
      TestProject project, TestDatabase database, String goal, CrashingSource.Crash crash) {
    for (int i = 0; i < MOST_CRASHES; i++) {
      if (!crashes(project, database, goal, crash)) {
        return;
      }
    }
    fail("It never comes to its end");
  }

  private static boolean crashes(
      TestProject project, TestDatabase database, String goal, CrashingSource.Crash crash) {
    CrashingSource source = new CrashingSource(database, crash);
    try {
      project.lender(source);
      if (goal.equals("upgrade")) {
        upgrade(project, database);
      } else {
        new Downgrade(project.workspace(database)).run(new Downgrade.Request("base", false));
      }
      return false;
    } catch (SchemaException e) {
      if (!source.hasCrashed()) {
        throw new AssertionError(String.join("\n", project.log), e);
      }
      return true;
    } finally {
      project.lender(null);
    }
  }

  private static void upgrade(TestProject project, TestDatabase database) {
    new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
  }

  // What is there

  private static void requireDone(
      TestProject project, TestDatabase database, List<String> expected, String where)
      throws SQLException {
    try {
      upgrade(project, database);
      new Drift(project.workspace(database)).run(new Drift.Request());
    } catch (SchemaException e) {
      throw new AssertionError(where, e);
    }
    assertThat(rows(database)).as(where).isEqualTo(expected);
    assertThat(openRows(database)).as(where).isEmpty();
  }

  private static List<String> openRows(TestDatabase database) throws SQLException {
    return strings(
        database, "SELECT state FROM schemachain_journal WHERE state NOT IN ('finished', 'lock')");
  }

  private static List<String> rows(TestDatabase database) throws SQLException {
    List<String> rows = new ArrayList<>();
    rows.addAll(strings(database, "SELECT revision FROM schemachain_version ORDER BY position"));
    for (String table : TABLES) {
      String key = table.equals("notes") ? "no" : "id";
      rows.addAll(strings(database, "SELECT * FROM " + table + " ORDER BY " + key));
    }
    return rows;
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
