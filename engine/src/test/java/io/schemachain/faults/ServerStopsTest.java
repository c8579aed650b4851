package io.schemachain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import io.schemachain.testdb.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server ends while runs are at work in it, and is started again with the same files; then they
 * are run again. SQLite and H2 in a file end with the runner: {@link FaultsTest} kills it.
 */
class ServerStopsTest {
  private static final int AT_ONCE = 30;

  private static final String SHUT_DOWN = "server shut down";
  private static final String KILLED = "server killed";

  /**
   * A run that is under way.
   *
   * @param during whether it goes on when the server ends; else it waits until that has ended
   */
  private record Job(String goal, int statement, boolean during, TestDatabase database) {
    Runs runs() {
      return Runs.of(FaultsTest.CHAIN, database.url(), database.username(), database.password());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb"})
  void aServerIsStopped(String dialect) throws Exception {
    assumeTrue(FaultsTest.ONLY == null || FaultsTest.ONLY.equals(dialect));
    boolean isPostgres = dialect.equals("postgresql");
    Tally tally = new Tally(dialect);
    try (TestServer server = TestDatabases.ownServer(dialect)) {
      stop(server, dialect, isPostgres ? "INT" : "TERM", SHUT_DOWN, tally);
      stop(server, dialect, "KILL", KILLED, tally);
      if (isPostgres && FaultsTest.ALL) {
        stop(server, dialect, "QUIT", KILLED, tally); // What its vendor calls immediate.
      }
    }
    tally.write();
    tally.requireNothingLost();
  }

  /** At all statements and behind them; in a sample here this and there that. */
  private static void stop(
      TestServer server, String dialect, String signal, String kind, Tally tally) throws Exception {
    List<Job> jobs = new ArrayList<>();
    for (String goal : List.of("upgrade", "downgrade")) {
      for (int statement : FaultsTest.statements(dialect, goal)) {
        boolean one = jobs.size() % 2 == 0;
        jobs.add(job(server, goal, statement, one));
        if (FaultsTest.ALL) {
          jobs.add(job(server, goal, statement, !one));
        }
        if (jobs.size() >= AT_ONCE) {
          stopAndRunAgain(server, signal, kind, jobs, tally);
          jobs.clear();
        }
      }
    }
    stopAndRunAgain(server, signal, kind, jobs, tally);
  }

  private static Job job(TestServer server, String goal, int statement, boolean during) {
    return new Job(goal, statement, during, FaultsTest.prepared(server.fresh(), goal));
  }

  private static void stopAndRunAgain(
      TestServer server, String signal, String kind, List<Job> jobs, Tally tally) throws Exception {
    if (jobs.isEmpty()) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
    try {
      CountDownLatch stand = new CountDownLatch(jobs.size());
      CountDownLatch ending = new CountDownLatch(1);
      CountDownLatch ended = new CountDownLatch(1);
      List<Future<@Nullable RuntimeException>> runs = new ArrayList<>();
      for (Job job : jobs) {
        runs.add(threads.submit(() -> run(job, stand, job.during() ? ending : ended)));
      }
      assertThat(stand.await(2, TimeUnit.MINUTES)).as("All runs are under way").isTrue();
      ending.countDown();
      server.stop(signal);
      ended.countDown();
      List<@Nullable RuntimeException> failures = new ArrayList<>();
      for (Future<@Nullable RuntimeException> run : runs) {
        failures.add(run.get(2, TimeUnit.MINUTES));
      }
      server.start();
      List<Runnable> checks = new ArrayList<>();
      for (int i = 0; i < jobs.size(); i++) {
        Job job = jobs.get(i);
        RuntimeException failure = failures.get(i);
        checks.add(() -> check(job, failure, signal, kind, tally));
      }
      FaultsTest.inParallel(checks);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Up to the statement, and from there when the server ends; returns how it failed. */
  private static @Nullable RuntimeException run(
      Job job, CountDownLatch stand, CountDownLatch goOn) {
    FaultyDriver.set(
        job.database().url(),
        new FaultyDriver.Trap() {
          private int number;

          @Override
          public void before(String what) throws SQLException {
            if (job.during() && number == job.statement()) {
              standStill();
            }
          }

          @Override
          public void after(String what) throws SQLException {
            if (!job.during() && number == job.statement()) {
              standStill();
            }
            number++;
          }

          private void standStill() throws SQLException {
            stand.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new SQLException(e);
            }
          }
        });
    try {
      job.runs().faulty().run(job.goal());
      return null; // It had nothing more to send.
    } catch (RuntimeException e) {
      return e;
    }
  }

  private static void check(
      Job job, @Nullable RuntimeException failure, String signal, String kind, Tally tally) {
    Tally.Outcome outcome =
        failure == null || failure instanceof SchemaException
            ? FaultsTest.runAgain(
                job.database(), job.goal(), FaultsTest.whole(dialect(job), job.goal()).end())
            : Tally.Outcome.lost("the run ended with " + failure);
    tally.count(
        kind,
        signal
            + ", "
            + job.goal()
            + (job.during() ? " at" : " behind")
            + " statement "
            + job.statement(),
        outcome);
  }

  private static String dialect(Job job) {
    return job.database().dialect();
  }
}
