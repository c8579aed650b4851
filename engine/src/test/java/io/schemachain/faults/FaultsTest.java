package io.schemachain.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A chain with every kind of operation is interrupted at the boundaries of its statements; then it
 * is run again, and must end as if nothing had happened. With {@code -Pfaults} at all of them, else
 * at a few.
 */
class FaultsTest {
  private static final Path CHAIN = Path.of("src/test/resources/faults").toAbsolutePath();
  private static final boolean ALL = Boolean.getBoolean("faults.all");
  private static final int OF_A_SAMPLE = 5;
  private static final int AT_ONCE = 30;
  private static final int THREADS = 4;

  /** What a whole run looks like: how much it sends, and how it ends. */
  private record Whole(int statements, State end) {}

  private static final Map<String, Whole> WHOLE = new ConcurrentHashMap<>();

  @TempDir Path folder;

  // A runner is killed

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void aRunnerIsKilled(String dialect) throws Exception {
    Tally tally = new Tally(dialect);
    for (String goal : List.of("upgrade", "downgrade")) {
      List<Victim.Job> jobs = new ArrayList<>();
      List<TestDatabase> databases = new ArrayList<>();
      for (int statement : statements(dialect, goal)) {
        TestDatabase database = prepared(dialect, goal);
        databases.add(database);
        jobs.add(
            new Victim.Job(
                goal, statement, database.url(), database.username(), database.password()));
        if (jobs.size() == AT_ONCE) {
          killAndRunAgain(dialect, goal, jobs, databases, tally);
          jobs.clear();
          databases.clear();
        }
      }
      killAndRunAgain(dialect, goal, jobs, databases, tally);
    }
    tally.requireNothingLost();
  }

  private void killAndRunAgain(
      String dialect, String goal, List<Victim.Job> jobs, List<TestDatabase> databases, Tally tally)
      throws Exception {
    if (jobs.isEmpty()) {
      return;
    }
    kill(jobs);
    Whole whole = whole(dialect, goal);
    List<Runnable> checks = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      Victim.Job job = jobs.get(i);
      TestDatabase database = databases.get(i);
      checks.add(
          () -> {
            tally.count(
                "killed",
                goal + " behind statement " + job.statement(),
                runAgain(database, goal, true, whole.end()));
            database.close();
          });
    }
    inParallel(checks);
    tally.write();
  }

  /** A JVM brings all jobs to where they stand, and is killed. */
  private void kill(List<Victim.Job> jobs) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("jobs"), jobs.stream().map(Victim.Job::line).toList());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Victim.class.getName(),
                CHAIN.toString(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      while (line != null && !line.equals(Victim.READY)) {
        said.add(line);
        line = output.readLine();
      }
      process.destroyForcibly();
      process.waitFor();
    }
    assertThat(said).as("What the runner said before it was killed").isEmpty();
  }

  static String classPath() {
    String surefire = System.getProperty("surefire.test.class.path");
    return surefire == null ? System.getProperty("java.class.path") : surefire;
  }

  // The network is cut

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void theNetworkIsCut(String dialect) throws Exception {
    Tally tally = new Tally(dialect);
    Server h2 =
        Server.createTcpServer("-tcpPort", "0", "-ifNotExists"); // Speaks for the one in memory.
    h2.start();
    try {
      for (String goal : List.of("upgrade", "downgrade")) {
        Whole whole = whole(dialect, goal);
        List<Runnable> faults = new ArrayList<>();
        for (int statement : statements(dialect, goal)) {
          faults.add(() -> cut(dialect, goal, statement, true, h2.getPort(), whole, tally));
          // What did not arrive leaves what a runner leaves that is killed in front of it.
          if (statement % OF_A_SAMPLE == 0) {
            faults.add(() -> cut(dialect, goal, statement, false, h2.getPort(), whole, tally));
          }
        }
        inParallel(faults);
        tally.write();
      }
    } finally {
      h2.stop();
    }
    tally.requireNothingLost();
  }

  private static void cut(
      String dialect,
      String goal,
      int statement,
      boolean arrives,
      int h2Port,
      Whole whole,
      Tally tally) {
    try (TestDatabase database = preparedInServer(dialect, goal);
        CutProxy proxy = new CutProxy(dialect.equals("h2") ? h2Port : port(database.url()))) {
      String url = byWayOf(proxy, database.url());
      FaultyDriver.set(url, new Cut(proxy, statement, arrives));
      Tally.Outcome outcome;
      try {
        Runs.of(CHAIN, url, database.username(), database.password()).faulty().run(goal);
        outcome = Tally.Outcome.lost("the run did not notice");
      } catch (RuntimeException e) {
        outcome = runAgain(database, goal, arrives, whole.end());
      }
      tally.count(
          arrives ? "answer lost" : "request lost", goal + " at statement " + statement, outcome);
    }
  }

  private record Cut(CutProxy proxy, int statement, boolean arrives, int[] number)
      implements FaultyDriver.Trap {
    Cut(CutProxy proxy, int statement, boolean arrives) {
      this(proxy, statement, arrives, new int[1]);
    }

    @Override
    public void before(String what) {
      if (number[0] == statement) {
        if (arrives) {
          proxy.cutBeforeReply();
        } else {
          proxy.cut();
        }
      }
    }

    @Override
    public void after(String what) {
      number[0]++;
    }
  }

  private static int port(String url) {
    String rest = url.substring(url.indexOf("//") + 2);
    return Integer.parseInt(rest.substring(rest.indexOf(':') + 1, rest.indexOf('/')));
  }

  private static String byWayOf(CutProxy proxy, String url) {
    return url.startsWith("jdbc:h2:")
        ? url.replace("jdbc:h2:mem:", "jdbc:h2:tcp://127.0.0.1:" + proxy.port() + "/mem:")
        : url.replace(":" + port(url) + "/", ":" + proxy.port() + "/");
  }

  // What must come of it

  /**
   * The same goal again. Where that asks what became of the statement, it is told.
   *
   * @param done whether the statement got to the server
   */
  private static Tally.Outcome runAgain(
      TestDatabase database, String goal, boolean done, State expected) {
    Runs runs = Runs.of(CHAIN, database.url(), database.username(), database.password());
    boolean asked = false;
    try {
      try {
        runs.run(goal);
      } catch (SchemaException e) {
        if (e.status() != Status.PARTIAL) {
          throw e;
        }
        asked = true;
        runs.resolve(done);
        runs.run(goal);
      }
      State end = State.of(database, runs, goal);
      if (!end.equals(expected)) {
        return Tally.Outcome.lost("ended as " + end.lines() + ", not as " + expected.lines());
      }
      return asked ? Tally.Outcome.ASKED : Tally.Outcome.SURVIVED;
    } catch (RuntimeException | SQLException e) {
      return Tally.Outcome.lost(String.valueOf(e.getMessage()));
    }
  }

  private static Whole whole(String dialect, String goal) {
    return WHOLE.computeIfAbsent(
        dialect + " " + goal,
        key -> {
          try (TestDatabase database = prepared(dialect, goal)) {
            int[] count = new int[1];
            FaultyDriver.set(
                database.url(),
                new FaultyDriver.Trap() {
                  @Override
                  public void before(String what) {}

                  @Override
                  public void after(String what) {
                    count[0]++;
                  }
                });
            Runs runs = Runs.of(CHAIN, database.url(), database.username(), database.password());
            runs.faulty().run(goal);
            return new Whole(count[0], State.of(database, runs, goal));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Numbers of statements; the first ones set the session up, and are as good as any. */
  private static List<Integer> statements(String dialect, String goal) {
    int all = whole(dialect, goal).statements();
    List<Integer> numbers = new ArrayList<>();
    int of = ALL ? all : OF_A_SAMPLE;
    for (int i = 0; i < of; i++) {
      numbers.add(ALL ? i : (2 * i + 1) * all / (2 * of));
    }
    return numbers;
  }

  /** A database in which the goal has something to do, for another JVM. */
  private static TestDatabase prepared(String dialect, String goal) {
    return prepared(
        dialect.equals("h2") ? TestDatabases.freshH2File() : TestDatabases.fresh(dialect), goal);
  }

  private static TestDatabase preparedInServer(String dialect, String goal) {
    return prepared(TestDatabases.fresh(dialect), goal);
  }

  private static TestDatabase prepared(TestDatabase database, String goal) {
    if (goal.equals("downgrade")) {
      Runs.of(CHAIN, database.url(), database.username(), database.password()).run("upgrade");
    }
    return database;
  }

  private static void inParallel(List<Runnable> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (Runnable task : tasks) {
        futures.add(threads.submit(task));
      }
      for (Future<?> future : futures) {
        future.get(10, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
