package io.schemachain.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A chain with every kind of operation is interrupted at the boundaries of its statements; then it
 * is run again, and must end as if nothing had happened. With {@code -Pfaults} at all of them, else
 * at a few.
 */
class FaultsTest {
  static final Path CHAIN = Path.of("src/test/resources/faults").toAbsolutePath();
  static final boolean ALL = Boolean.getBoolean("faults.all");
  static final @Nullable String ONLY = System.getProperty("faults.dialect");
  private static final int EVERY = Integer.getInteger("faults.every", 1);
  private static final int OF_A_SAMPLE = 5;
  private static final int AT_ONCE = 30;
  private static final int THREADS = 4;

  /** What a whole run looks like: how much it sends, and how it ends. */
  record Whole(List<String> statements, State end) {}

  private static final Map<String, Whole> WHOLE = new ConcurrentHashMap<>();

  @TempDir Path folder;

  // A runner is killed

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void aRunnerIsKilled(String dialect) throws Exception {
    assumeTrue(ONLY == null || ONLY.equals(dialect));
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
            String statement = whole.statements().get(job.statement());
            tally.count(
                "killed",
                goal + " behind statement " + job.statement() + " " + statement,
                runAgain(database, goal, whole.end()));
            database.close();
          });
    }
    inParallel(checks);
    tally.write();
  }

  /** A JVM brings all jobs to where they stand, and is killed. */
  private void kill(List<Victim.Job> jobs) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("jobs"), jobs.stream().map(Victim.Job::line).toList());
    Process process = Victim.start(CHAIN, file);
    List<String> said = new ArrayList<>();
    try (BufferedReader output = process.inputReader(UTF_8)) {
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

  // The network is cut

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void theNetworkIsCut(String dialect) throws Exception {
    assumeTrue(ONLY == null || ONLY.equals(dialect));
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
          if (statement % (OF_A_SAMPLE * EVERY) == 0) {
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
      FaultyDriver.set(url, new Cut(proxy, dialect, statement, arrives));
      Tally.Outcome outcome;
      try {
        Runs.of(CHAIN, url, database.username(), database.password()).faulty().run(goal);
        outcome = Tally.Outcome.lost("the run did not notice");
      } catch (RuntimeException e) {
        Runs runs = Runs.of(CHAIN, database.url(), database.username(), database.password());
        outcome = runAgain(runs, database, goal, whole.end());
        if (arrives
            && isOfTheChain(whole.statements().get(statement))
            && runs.log.stream().anyMatch(line -> line.contains("it is not done"))) {
          outcome = Tally.Outcome.lost("it never got to the server");
        }
      }
      tally.count(
          arrives ? "answer lost" : "request lost",
          goal + " at statement " + statement + " " + whole.statements().get(statement),
          outcome);
    }
  }

  private record Cut(
      CutProxy proxy, String dialect, int statement, boolean arrives, AtomicInteger number)
      implements FaultyDriver.Trap {
    Cut(CutProxy proxy, String dialect, int statement, boolean arrives) {
      this(proxy, dialect, statement, arrives, new AtomicInteger());
    }

    @Override
    public void before(String what) {
      if (number.get() == statement) {
        if (arrives) {
          proxy.cutBeforeReply(answersBefore(dialect, what));
        } else {
          proxy.cut();
        }
      }
    }

    @Override
    public void after(String what) {
      number.incrementAndGet();
    }
  }

  // A runner is cut off while its statement waits

  /** The server may still do the statement when nobody is there any more: the next run waits. */
  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void theNetworkIsCutWhileAStatementWaits(String dialect) throws Exception {
    assumeTrue(ONLY == null || ONLY.equals(dialect));
    Tally tally = new Tally(dialect);
    Server h2 = Server.createTcpServer("-tcpPort", "0", "-ifNotExists");
    h2.start();
    try {
      Whole whole = whole(dialect, "upgrade");
      List<Integer> waiting = new ArrayList<>();
      for (int i = 0; i < whole.statements().size(); i++) {
        if (whole.statements().get(i).matches("(?s)(ALTER TABLE|UPDATE) (\\w+\\.)?users .*")) {
          waiting.add(i);
        }
      }
      assertThat(waiting).isNotEmpty();
      List<Runnable> faults = new ArrayList<>();
      for (int i = 0; i < waiting.size(); i += ALL ? 1 : waiting.size() - 1) {
        int statement = waiting.get(i);
        faults.add(() -> cutWhileItWaits(dialect, statement, h2.getPort(), whole, tally));
      }
      inParallel(faults);
    } finally {
      h2.stop();
    }
    tally.write();
    tally.requireNothingLost();
  }

  private static void cutWhileItWaits(
      String dialect, int statement, int h2Port, Whole whole, Tally tally) {
    try (TestDatabase database = TestDatabases.fresh(dialect);
        CutProxy proxy = new CutProxy(dialect.equals("h2") ? h2Port : port(database.url()));
        Connection other = database.connect()) {
      String url = byWayOf(proxy, database.url());
      CompletableFuture<Void> released = new CompletableFuture<>();
      FaultyDriver.set(
          url,
          new FaultyDriver.Trap() {
            private int number;

            @Override
            public void before(String what) throws SQLException {
              if (number == statement) {
                hold(other, dialect);
                CompletableFuture<Void> unused =
                    later(Duration.ofMillis(500), proxy::cut)
                        .thenCompose(done -> later(Duration.ofMillis(1000), () -> release(other)))
                        .thenRun(() -> released.complete(null));
              }
            }

            @Override
            public void after(String what) {
              number++;
            }
          });
      try {
        Runs.of(CHAIN, url, database.username(), database.password()).faulty().run("upgrade");
      } catch (RuntimeException e) {
        tally.count(
            "cut while it waits",
            "upgrade at statement " + statement,
            runAgain(database, "upgrade", whole.end()));
      } // Else the statement did not have to wait, and all was done before the network was cut.
      released.get(60, TimeUnit.SECONDS);
    } catch (SQLException | InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompletableFuture<Void> later(Duration pause, Runnable action) {
    return CompletableFuture.runAsync(
        action, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * A transaction that has locked a row of the table, and so the table against any change. Where
   * the run has it already, the network is cut without.
   *
   * @return whether it has
   */
  static boolean hold(Connection other, String dialect) throws SQLException {
    try (Statement statement = other.createStatement()) {
      statement.execute(
          switch (dialect) {
            case "postgresql" -> "SET lock_timeout = '300ms'";
            case "h2" -> "SET LOCK_TIMEOUT 300";
            default -> "SET SESSION innodb_lock_wait_timeout = 1, SESSION lock_wait_timeout = 1";
          });
      other.setAutoCommit(false);
      statement.execute("SELECT id FROM users WHERE id = 1 FOR UPDATE");
      return true;
    } catch (SQLException e) {
      other.rollback();
      return false;
    }
  }

  static void release(Connection other) {
    try {
      other.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static int port(String url) {
    String rest = url.substring(url.indexOf("//") + 2);
    return Integer.parseInt(rest.substring(rest.indexOf(':') + 1, rest.indexOf('/')));
  }

  private static String byWayOf(CutProxy proxy, String url) {
    if (url.startsWith("jdbc:h2:")) {
      return url.replace("jdbc:h2:mem:", "jdbc:h2:tcp://127.0.0.1:" + proxy.port() + "/mem:");
    }
    String there = url.replace(":" + port(url) + "/", ":" + proxy.port() + "/");
    // Else its driver asks before each statement whether the session may write.
    return url.startsWith("jdbc:mysql:")
        ? there + (url.contains("?") ? "&" : "?") + "readOnlyPropagatesToServer=false"
        : there;
  }

  /** Behind those of the journal and of the session the next one of the chain is not done. */
  private static boolean isOfTheChain(String statement) {
    return !statement.contains("schemachain_journal")
        && !statement.startsWith("SET ")
        && !statement.equals("commit");
  }

  /** H2's driver has a statement prepared first, but for the end of a transaction. */
  private static int answersBefore(String dialect, String what) {
    return dialect.equals("h2") && !what.equals("commit") ? 1 : 0;
  }

  // What must come of it

  /** The same goal again. Where that asks what became of the statement, it is told. */
  static Tally.Outcome runAgain(TestDatabase database, String goal, State expected) {
    return runAgain(
        Runs.of(CHAIN, database.url(), database.username(), database.password()),
        database,
        goal,
        expected);
  }

  private static Tally.Outcome runAgain(
      Runs runs, TestDatabase database, String goal, State expected) {
    String question = "";
    try {
      try {
        runs.run(goal);
      } catch (SchemaException e) {
        if (e.status() != Status.PARTIAL) {
          throw e;
        }
        question = e.getMessage() + answer(runs, goal);
      }
      State end = State.of(database, runs, goal);
      if (!end.equals(expected)) {
        return Tally.Outcome.lost("ended as " + end.lines() + ", not as " + expected.lines());
      }
      return question.isEmpty() ? Tally.Outcome.SURVIVED : Tally.Outcome.asked(question);
    } catch (RuntimeException | SQLException e) {
      return Tally.Outcome.lost(String.valueOf(e.getMessage()));
    }
  }

  /**
   * As a person does it who has not looked: once more, and where that fails it was done.
   *
   * @return which of the two it was, for people
   */
  private static String answer(Runs runs, String goal) {
    runs.resolve(false);
    try {
      runs.run(goal);
      return "\nAnswer: retry.";
    } catch (SchemaException e) {
      runs.resolve(true);
      runs.run(goal);
      return "\nAnswer: done, for once more gives " + e.getMessage();
    }
  }

  static Whole whole(String dialect, String goal) {
    return WHOLE.computeIfAbsent(
        dialect + " " + goal,
        key -> {
          try (TestDatabase database = prepared(dialect, goal)) {
            List<String> statements = new ArrayList<>();
            FaultyDriver.set(
                database.url(),
                new FaultyDriver.Trap() {
                  @Override
                  public void before(String what) {}

                  @Override
                  public void after(String what) {
                    statements.add(what);
                  }
                });
            Runs runs = Runs.of(CHAIN, database.url(), database.username(), database.password());
            runs.faulty().run(goal);
            Tally.put(dialect + " version", version(database));
            Tally.put(
                Tally.STATEMENTS, ALL && EVERY == 1 ? "every statement" : "some of the statements");
            return new Whole(List.copyOf(statements), State.of(database, runs, goal));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** As the server says it, without what follows the numbers. */
  private static String version(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return connection.getMetaData().getDatabaseProductVersion().replaceFirst("[^0-9.].*", "");
    }
  }

  /** Numbers of statements; the first ones set the session up, and are as good as any. */
  static List<Integer> statements(String dialect, String goal) {
    int all = whole(dialect, goal).statements().size();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < (ALL ? all : OF_A_SAMPLE); i++) {
      if (!ALL) {
        numbers.add((2 * i + 1) * all / (2 * OF_A_SAMPLE));
      } else if (i % EVERY == 0) {
        numbers.add(i);
      }
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

  static TestDatabase prepared(TestDatabase database, String goal) {
    if (goal.equals("downgrade")) {
      Runs.of(CHAIN, database.url(), database.username(), database.password()).run("upgrade");
    }
    return database;
  }

  static void inParallel(List<Runnable> tasks) throws Exception {
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
