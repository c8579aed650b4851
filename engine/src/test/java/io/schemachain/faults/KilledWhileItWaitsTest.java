package io.schemachain.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schemachain.apply.LockBusyException;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A runner is killed while its statement waits for a transaction of somebody else. The server knows
 * nothing of that: it does the statement when it can. So the next run waits for it, or says whom it
 * would have to wait for.
 */
class KilledWhileItWaitsTest {
  private static final String KIND = "killed while it waits";

  @TempDir Path folder;

  /** A run that waits in another JVM, and the session that it waits for. */
  private record Waiting(int statement, TestDatabase database, Connection blocker) {}

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void theNextRunWaits(String dialect) throws Exception {
    assumeTrue(FaultsTest.ONLY == null || FaultsTest.ONLY.equals(dialect));
    FaultsTest.Whole whole = FaultsTest.whole(dialect, "upgrade");
    Tally tally = new Tally(dialect);
    Server h2 = Server.createTcpServer("-tcpPort", "0", "-ifNotExists");
    h2.start();
    try {
      List<Waiting> all = new ArrayList<>();
      List<Victim.Job> jobs = new ArrayList<>();
      for (int statement : waiting(whole)) {
        TestDatabase database = TestDatabases.fresh(dialect);
        all.add(new Waiting(statement, database, database.connect()));
        jobs.add(
            new Victim.Job(
                "upgrade",
                statement,
                true,
                database.url().replace("jdbc:h2:mem:", "jdbc:h2:" + h2.getURL() + "/mem:"),
                database.username(),
                database.password()));
      }
      List<Waiting> blocked = killAllThatWait(jobs, all, dialect);
      assertThat(blocked).as("Statements that wait").isNotEmpty();
      List<Runnable> checks = new ArrayList<>();
      for (Waiting waiting : all) {
        checks.add(
            () -> {
              Tally.Outcome outcome = again(waiting, blocked.contains(waiting), whole);
              if (blocked.contains(waiting)) {
                tally.count(KIND, "upgrade at statement " + waiting.statement(), outcome);
              } else {
                assertThat(outcome.loss()).isEmpty();
              }
              waiting.database().close();
            });
      }
      FaultsTest.inParallel(checks);
    } finally {
      h2.stop();
    }
    tally.write();
    tally.requireNothingLost();
  }

  /** Statements on a table of which a row can be locked before: all, or the first and the last. */
  private static List<Integer> waiting(FaultsTest.Whole whole) {
    List<Integer> all = new ArrayList<>();
    boolean hasRows = false;
    for (int i = 0; i < whole.statements().size(); i++) {
      hasRows |= whole.statements().get(i).startsWith("INSERT INTO users ");
      if (hasRows
          && whole.statements().get(i).matches("(?s)(ALTER TABLE|UPDATE) (\\w+\\.)?users .*")) {
        all.add(i);
      }
    }
    return FaultsTest.ALL ? all : List.of(all.get(0), all.get(all.size() - 1));
  }

  /** Returns those whose statement waited when the JVM was killed. */
  private List<Waiting> killAllThatWait(List<Victim.Job> jobs, List<Waiting> all, String dialect)
      throws IOException, InterruptedException, SQLException {
    Path file = Files.write(folder.resolve("jobs"), jobs.stream().map(Victim.Job::line).toList());
    Process process = Victim.start(FaultsTest.CHAIN, file);
    try (BufferedReader output = process.inputReader(UTF_8)) {
      assertThat(output.readLine()).isEqualTo(Victim.READY);
      List<Waiting> blocked = new ArrayList<>();
      for (Waiting waiting : all) {
        if (FaultsTest.hold(waiting.blocker(), dialect)) {
          blocked.add(waiting); // Else the run has locked it already.
        }
      }
      process.outputWriter(UTF_8).append('\n').flush();
      awaitWork(blocked);
      return blocked;
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  /** Leaves those alone whose statement waits: H2 changes a table in spite of a locked row. */
  private static void awaitWork(List<Waiting> blocked) throws SQLException, InterruptedException {
    Thread.sleep(3000);
    for (Waiting waiting : List.copyOf(blocked)) {
      if (!isAtWork(waiting.database())) {
        FaultsTest.release(waiting.blocker());
        blocked.remove(waiting);
      }
    }
  }

  /** Whether another session is at work on a statement there. */
  private static boolean isAtWork(TestDatabase database) throws SQLException {
    String query =
        switch (database.dialect()) {
          case "postgresql" ->
              "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                  + " AND wait_event_type = 'Lock'";
          case "h2" ->
              "SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID <> SESSION_ID()"
                  + " AND EXECUTING_STATEMENT IS NOT NULL";
          default ->
              "SELECT 1 FROM information_schema.PROCESSLIST WHERE DB = DATABASE()"
                  + " AND COMMAND = 'Query' AND ID <> CONNECTION_ID()";
        };
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static Tally.Outcome again(Waiting waiting, boolean isBlocked, FaultsTest.Whole whole) {
    try (Connection blocker = waiting.blocker()) {
      TestDatabase database = waiting.database();
      if (!isBlocked) {
        return FaultsTest.runAgain(database, "upgrade", whole.end());
      }
      Runs impatient =
          Runs.of(FaultsTest.CHAIN, database.url(), database.username(), database.password())
              .impatient();
      assertThatThrownBy(() -> impatient.run("upgrade"))
          .as("A run that does not wait, at statement " + waiting.statement())
          .isInstanceOf(LockBusyException.class);
      CompletableFuture<Tally.Outcome> next =
          CompletableFuture.supplyAsync(
              () -> FaultsTest.runAgain(database, "upgrade", whole.end()));
      Thread.sleep(700);
      assertThat(next).as("The next run waits").isNotDone();
      FaultsTest.release(blocker);
      return next.get(2, TimeUnit.MINUTES);
    } catch (Exception e) {
      return Tally.Outcome.lost(String.valueOf(e));
    }
  }
}
