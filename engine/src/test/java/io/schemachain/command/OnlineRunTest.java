package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code strategy: online} others write meanwhile, and a run that dies is gone on with. */
final class OnlineRunTest {
  private static final int MOST_CRASHES = 300;
  private static final int ROWS = 60;
  private static final int MANY_ROWS = 200_000;

  @TempDir Path folder;

  private TestProject project(String upgrade) {
    return new TestProject(folder)
        .revision(
            "a1",
            null,
            """
            - create_table: {name: teams, columns: [{name: id, type: integer, primary_key: true}]}
            - create_table:
                name: users
                columns:
                  - {name: id, type: integer, primary_key: true}
                  - {name: email, type: string(200)}
                  - {name: team, type: integer}
                  - {name: age, type: integer}
            - create_table:
                name: notes
                columns: [{name: id, type: integer}, {name: text, type: string(50)}]
            - create_index: {name: ix_notes_text, table: notes, columns: [text]}
            """)
        .revision("b2", "a1", upgrade);
  }

  /** With more than one backfill and statements of every kind around them. */
  private static String everything(String dialect) {
    boolean postgresql = dialect.equals("postgresql");
    String random = postgresql ? "random()" : "(rand())";
    return """
        - create_index: {name: ix_users_team, table: users, columns: [team], strategy: online}
        - add_column: {table: users, column: {name: token, type: double, nullable: false, default: {sql: "%s"}}, strategy: online}
        - update: {table: users, set: {age: {sql: age + 1}}, all: true}
        - add_column: {table: users, column: {name: other, type: double, default: {sql: "%s"}}, strategy: online}
        - alter_column: {table: users, column: email, nullable: false, default: nobody, strategy: online}
        - create_unique_constraint: {name: uq_users_email, table: users, columns: [email], strategy: online}
        - create_check_constraint: {name: ck_users_age, table: users, sql: age >= 0, strategy: {default: online, mysql: fast, mariadb: fast}}
        - create_foreign_key: {name: fk_users_team, table: users, columns: [team], references: {table: teams, columns: [id]}, strategy: {default: online, mysql: fast, mariadb: fast}}
        - create_primary_key: {name: pk_notes, table: notes, columns: [id], strategy: online}
        - drop_index: {name: ix_notes_text, table: notes, strategy: online}
        """
        .formatted(random, random);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql:14", "postgresql:18", "mysql", "mariadb"})
  void goesOnWhereverItIsKilled(String version) throws SQLException {
    String dialect = version.replaceAll(":.*", "");
    TestProject project =
        project(everything(dialect))
            .file("schema.yaml", "format: 1\ndialects: [\"" + version + "\"]\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      fill(database, ROWS);
      int crashes = killed(project, database, "upgrade");
      assertThat(crashes).isGreaterThan(30);
      new Drift(project.workspace(database)).run(new Drift.Request());
      assertThat(rows(database, "SELECT COUNT(*), COUNT(token), COUNT(other), MIN(age) FROM users"))
          .containsExactly(ROWS + "|" + ROWS + "|" + ROWS + "|2");
      requireClosed(database);
      requireNothingHalf(database, dialect);
      killed(project, database, "downgrade");
      requireClosed(database);
      assertThat(rows(database, "SELECT revision FROM schemachain_version")).containsExactly("a1");
      requireNothingHalf(database, dialect);
    }
  }

  /** Half an index, and a constraint of which rows are not looked at, PostgreSQL alone can have. */
  private static void requireNothingHalf(TestDatabase database, String dialect)
      throws SQLException {
    if (dialect.equals("postgresql")) {
      assertThat(rows(database, "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid"))
          .isEmpty();
      assertThat(rows(database, "SELECT conname FROM pg_constraint WHERE NOT convalidated"))
          .isEmpty();
      assertThat(
              rows(database, "SELECT conname FROM pg_constraint WHERE conname LIKE '%is_not_null'"))
          .isEmpty();
    }
  }

  /** Before each statement once, and before each commit between two of them. */
  private static int killed(TestProject project, TestDatabase database, String goal) {
    Set<String> seen = new HashSet<>();
    String[] last = {""};
    int crashes = 0;
    while (crashes < MOST_CRASHES) {
      CrashingSource source =
          new CrashingSource(
              database,
              sql -> {
                String text =
                    sql.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "run").replaceAll("\\d+", "#");
                String place = last[0] + "\n" + text;
                last[0] = text;
                boolean changes = sql.matches("(?s)(ALTER|CREATE|DROP|UPDATE|INSERT|COMMIT).*");
                return changes && seen.add(place);
              });
      project.lender(source);
      try {
        if (goal.equals("upgrade")) {
          upgrade(project, database);
        } else {
          new Downgrade(project.workspace(database)).run(new Downgrade.Request("a1", false));
        }
        return crashes;
      } catch (SchemaException e) {
        if (!source.hasCrashed()) {
          throw new AssertionError(String.join("\n", project.log), e);
        }
        crashes++;
      } finally {
        project.lender(null);
      }
    }
    return fail("It never comes to its end");
  }

  private static void requireClosed(TestDatabase database) throws SQLException {
    assertThat(
            rows(
                database,
                "SELECT state FROM schemachain_journal WHERE state NOT IN ('finished', 'rolled_back', 'lock')"))
        .isEmpty();
  }

  /** What is wrong is found where rows are read; the rows are put right, and it goes on. */
  @ParameterizedTest
  @CsvSource({
    "postgresql:14, validate_constraint email_is_not_null on users",
    "postgresql:18, alter_column users.email"
  })
  void rowsThatDoNotFitAreToBePutRight(String version, String step) throws SQLException {
    TestProject project =
        project(
                "- alter_column: {table: users, column: email, nullable: false, strategy: online}\n")
            .file("schema.yaml", "format: 1\ndialects: [\"" + version + "\"]\n");
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      execute(database, "INSERT INTO users (id) VALUES (1)");
      assertThatThrownBy(() -> upgrade(project, database)).hasMessageContaining(step);
      assertThatThrownBy(() -> execute(database, "INSERT INTO users (id) VALUES (2)"))
          .hasMessageContaining("null");
      execute(database, "UPDATE users SET email = 'a'");
      upgrade(project, database);
      new Drift(project.workspace(database)).run(new Drift.Request());
      requireClosed(database);
    }
  }

  /** A write that begins and ends while the statement runs has not waited for it. */
  @Test
  void othersWriteWhilePostgresqlReads() throws SQLException {
    TestProject project =
        project(
            """
            - create_check_constraint: {name: ck_users_age, table: users, sql: slow(age) >= 0, strategy: online}
            - create_index: {name: ix_users_slow, table: users, columns: [{sql: slow(age)}], strategy: online}
            """);
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      execute(
          database,
          "CREATE FUNCTION slow(age INTEGER) RETURNS INTEGER IMMUTABLE LANGUAGE plpgsql AS"
              + " 'BEGIN PERFORM pg_sleep(0.02); RETURN age; END'");
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      fill(database, ROWS);
      Writes writes =
          written(
              project,
              database,
              "SELECT query FROM pg_stat_activity WHERE state = 'active' AND (query LIKE '%VALIDATE"
                  + " CONSTRAINT%' OR query LIKE 'CREATE INDEX CONC%') AND pid <> pg_backend_pid()");
      assertThat(writes.during()).anyMatch(sql -> sql.contains("VALIDATE CONSTRAINT"));
      assertThat(writes.during()).anyMatch(sql -> sql.startsWith("CREATE INDEX CONCURRENTLY"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb"})
  void othersWriteWhileInnodbBuilds(String dialect) throws SQLException {
    TestProject project =
        project(
            "- create_index: {name: ix_users_email, table: users, columns: [email], strategy:"
                + " online}\n"
                + "- alter_column: {table: users, column: email, nullable: false, strategy: online}\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      fill(database, MANY_ROWS);
      Writes writes =
          written(
              project,
              database,
              "SELECT info FROM information_schema.processlist WHERE info LIKE 'ALTER TABLE users%'");
      assertThat(writes.during()).anyMatch(sql -> sql.contains("ADD INDEX"));
      assertThat(writes.during()).anyMatch(sql -> sql.contains("MODIFY COLUMN"));
    }
  }

  /**
   * @param during the statements of the run that were at work before a write and after it
   */
  private record Writes(List<String> during) {}

  private Writes written(TestProject project, TestDatabase database, String running)
      throws SQLException {
    List<String> during = new ArrayList<>();
    CompletableFuture<Void> run = CompletableFuture.runAsync(() -> upgrade(project, database));
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      int id = 1_000_000;
      while (!run.isDone()) {
        List<String> before = rows(statement, running);
        statement.execute("INSERT INTO users (id, email, age) VALUES (" + ++id + ", 'x', 1)");
        List<String> after = rows(statement, running);
        before.stream().filter(after::contains).forEach(during::add);
      }
    }
    try {
      run.join();
    } catch (CompletionException e) {
      throw new AssertionError(e.getCause());
    }
    return new Writes(during);
  }

  private static void upgrade(TestProject project, TestDatabase database) {
    new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
  }

  /** Rows with keys from 1 on. */
  private static void fill(TestDatabase database, int count) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO teams (id) VALUES (1)");
      StringBuilder values = new StringBuilder();
      for (int i = 1; i <= count; i++) {
        values.append(values.isEmpty() ? "" : ", ");
        values.append("(%d, 'somebody%d@example.org', 1, 1)".formatted(i, i));
        if (i % 10_000 == 0 || i == count) {
          statement.execute("INSERT INTO users (id, email, team, age) VALUES " + values);
          values.setLength(0);
        }
      }
    }
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      return rows(statement, sql);
    }
  }

  private static List<String> rows(Statement statement, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(sql)) {
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
