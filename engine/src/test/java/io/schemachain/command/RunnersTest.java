package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private static int count(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
