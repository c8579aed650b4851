package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.schemachain.application.Schemachain;
import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.RunnerLock;
import io.schemachain.model.TableName;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several runners at once: every revision is applied once. */
class RunnersTest {
  private static final int RUNNERS = 5;
  private static final int REVISIONS = 12;

  @TempDir Path folder;

  private TestProject chain() {
    TestProject project = new TestProject(folder);
    for (int i = 1; i <= REVISIONS; i++) {
      project.revision(
          "r" + i,
          i == 1 ? null : "r" + (i - 1),
          "- create_table: {name: t"
              + i
              + ", columns: [{name: id, type: integer, primary_key: true}]}\n"
              + "- bulk_insert: {table: t"
              + i
              + ", rows: [{id: 1}]}\n");
    }
    return project;
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void everyRevisionIsAppliedOnce(String dialect) throws Exception {
    TestProject project = chain();
    ExecutorService threads = Executors.newFixedThreadPool(RUNNERS);
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      List<Future<CommandResult>> runs = new ArrayList<>();
      for (int i = 0; i < RUNNERS; i++) {
        runs.add(
            threads.submit(
                () ->
                    new Upgrade(project.workspace(database))
                        .run(new Upgrade.Request("head", false))));
      }
      for (Future<CommandResult> run : runs) {
        assertThat(run.get().status()).isEqualTo(Status.OK);
      }
      assertThat(count(database, "SELECT COUNT(*) FROM schemachain_version")).isEqualTo(REVISIONS);
      assertThat(count(database, "SELECT MAX(position) FROM schemachain_version"))
          .isEqualTo(REVISIONS);
      assertThat(count(database, "SELECT COUNT(*) FROM t" + REVISIONS)).isEqualTo(1);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite"})
  void aSecondRunnerSaysWhoIsAtWork(String dialect) throws SQLException {
    TestProject project = chain().lockTimeout(Duration.ofMillis(300));
    try (TestDatabase database = TestDatabases.fresh(dialect);
        Connection holder = database.connect();
        Statement statement = holder.createStatement()) {
      RunnerLock lock =
          Workspace.dialect(dialect, "the test")
              .runnerLock(TableName.of("schemachain_version"), TableName.of("schemachain_journal"));
      statement.execute(
          lock instanceof RunnerLock.SessionLock session
              ? session.tryAcquire()
              : ((RunnerLock.WriteTransaction) lock).begin());
      assertThatThrownBy(
              () ->
                  new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false)))
          .hasMessageContaining("Another runner is at work")
          .satisfies(e -> assertThat(((SchemaException) e).status()).isEqualTo(Status.BUSY));
    }
  }

  /** The sessions of an application outlive the run. */
  @Test
  void aRunThatCannotBeginKeepsNoLock() throws SQLException {
    TestProject project =
        chain().file("schema.yaml", "format: 1\ntimeouts: {lock: 1000h}\n"); // PostgreSQL: 24 days
    try (TestDatabase database = TestDatabases.fresh("postgresql");
        HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(database.url());
      pool.setUsername(database.username());
      pool.setPassword(database.password());
      Schemachain application = Schemachain.of(pool).withDirectory(project.directory());
      assertThatThrownBy(application::upgrade).hasMessageContaining("The session cannot be set up");
      assertThat(count(database, "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory'"))
          .isZero();
    }
  }

  @Test
  void aRunWhoseLockIsGoneStops() throws SQLException {
    TestProject project = losing("SELECT pg_advisory_unlock_all()").withoutTransaction("b2");
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      assertThatThrownBy(
              () ->
                  new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false)))
          .hasMessageContaining("The lock of this run is with another session");
      assertThat(
              count(
                  database,
                  "SELECT COUNT(*) FROM information_schema.tables" + " WHERE table_name = 'late'"))
          .isZero();
    }
  }

  /** The second connection, which has the row, is idle all the time. */
  @Test
  void aRunWhoseRowIsGoneStops() throws SQLException {
    TestProject project =
        losing(
            "SELECT ABORT_SESSION(SESSION_ID) FROM INFORMATION_SCHEMA.SESSIONS"
                + " WHERE SESSION_ID <> SESSION_ID()");
    try (TestDatabase database = TestDatabases.fresh("h2")) {
      assertThatThrownBy(
              () ->
                  new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false)))
          .hasMessageContaining("The lock of this run is lost");
      assertThat(
              count(
                  database,
                  "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES" + " WHERE TABLE_NAME = 'LATE'"))
          .isZero();
    }
  }

  private TestProject losing(String sql) {
    return new TestProject(folder)
        .revision("a1", null, "- create_table: {name: t, columns: [{name: id, type: integer}]}\n")
        .revision(
            "b2",
            "a1",
            "- execute: {sql: \""
                + sql
                + "\", effects: []}\n"
                + "- create_table: {name: late, columns: [{name: id, type: integer}]}\n");
  }

  private static int count(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
