package io.schemachain.dialect.h2;

import static io.schemachain.dialect.h2.H2Run.DIALECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.RunnerLock;
import io.schemachain.dialect.ScriptStyle;
import io.schemachain.model.TableName;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientOption;
import io.schemachain.testdb.ClientResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2DialectTest {
  private static final TableName VERSIONS = TableName.of("schemachain_version");
  private static final TableName JOURNAL = TableName.of("schemachain_journal");
  private static final ScriptStyle STYLE = DIALECT.script();

  @TempDir Path folder;
  private H2Run run;

  @BeforeEach
  void open() throws SQLException {
    run = new H2Run();
  }

  @AfterEach
  void close() throws SQLException {
    run.close();
  }

  private RunnerLock.RowLock lock() throws SQLException {
    for (var statement : new Bookkeeping(DIALECT, VERSIONS, JOURNAL, "tool").ensureTables()) {
      run.execute(statement.text());
    }
    return (RunnerLock.RowLock) DIALECT.runnerLock(VERSIONS, JOURNAL);
  }

  @Test
  void oneRunnerHasTheRowAndAnotherIsToldAtOnce() throws Exception {
    RunnerLock.RowLock lock = lock();
    run.execute(lock.ensureRow());
    try (Connection holder = run.database.connect();
        Connection other = run.database.connect()) {
      holder.setAutoCommit(false);
      other.setAutoCommit(false);
      assertThat(query(holder, lock.lockRow())).isTrue();

      run.execute(lock.ensureRow());
      run.execute("CREATE TABLE made_meanwhile (a INTEGER)");
      long start = System.nanoTime();
      assertThatThrownBy(() -> query(other, lock.lockRow()))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(lock.takenState()));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));

      holder.rollback();
      assertThat(query(other, lock.lockRow())).isTrue();
    }
    assertThat(run.rows("SELECT run, state FROM schemachain_journal")).containsExactly("lock|lock");
  }

  private static boolean query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeQuery(sql).next();
    }
  }

  @Test
  void runnersThatComeFirstAtOnceDoNotFail() throws Exception {
    RunnerLock.RowLock lock = lock();
    int runners = 8;
    ExecutorService threads = Executors.newFixedThreadPool(runners);
    CyclicBarrier together = new CyclicBarrier(runners);
    try {
      for (int round = 0; round < 30; round++) {
        run.execute("DELETE FROM schemachain_journal");
        Callable<Boolean> ensure =
            () -> {
              try (Connection connection = run.database.connect();
                  Statement statement = connection.createStatement()) {
                together.await();
                statement.execute(lock.ensureRow());
                return true;
              }
            };
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < runners; i++) {
          tasks.add(ensure);
        }
        for (Future<Boolean> future : threads.invokeAll(tasks)) {
          assertThat(future.get()).isTrue();
        }
        assertThat(run.rows("SELECT run FROM schemachain_journal")).containsOnly("lock");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theTimeIsUtcWhereverTheSessionIs() throws SQLException {
    run.execute("SET TIME ZONE 'Asia/Tokyo'");

    String now = run.rows("SELECT CAST(" + DIALECT.utcNow() + " AS TIMESTAMP(0))").get(0);

    assertThat(LocalDateTime.parse(now, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")))
        .isBetween(
            LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1),
            LocalDateTime.now(ZoneOffset.UTC).plusMinutes(1));
  }

  @Test
  void theServerIsAskedForItsVersion() throws SQLException {
    assertThat(run.rows("SELECT " + DIALECT.isServer())).containsExactly("TRUE");
    assertThat(run.rows("SELECT " + DIALECT.forVersion(DatabaseVersion.of(2, 900)).isServer()))
        .containsExactly("FALSE");
    assertThat(run.rows(DIALECT.currentSchema())).containsExactly("PUBLIC");
    assertThat(run.rows("SELECT " + DIALECT.currentUser())).containsExactly("SA");
    assertThat(run.rows("SELECT " + DIALECT.sessionId()).get(0)).matches("\\d+");
    run.execute("CREATE SCHEMA app");
    run.execute(DIALECT.useSchema("app"));
    assertThat(run.rows(DIALECT.currentSchema())).containsExactly("APP");
  }

  // Scripts

  private ClientResult runScript(List<String> lines, ClientOption... options) throws IOException {
    Path script = Files.writeString(folder.resolve("script.sql"), String.join("\n", lines));
    return Client.run(run.database, script, options);
  }

  private static List<String> guarded(String condition) {
    List<String> lines = new ArrayList<>(STYLE.guard(condition, "It's not at a1."));
    lines.add(STYLE.terminated("CREATE TABLE made (a VARCHAR(9) DEFAULT ';\n--\n$$') -- end"));
    return lines;
  }

  @Test
  void aScriptRunsWhereTheGuardHolds() throws Exception {
    assertThat(runScript(guarded("1 = 1\n  AND " + DIALECT.isServer())).exitCode()).isZero();
    assertThat(run.rows("SELECT COUNT(*) FROM made")).containsExactly("0");
  }

  @Test
  void aGuardThatDoesNotHoldStopsTheScript() throws Exception {
    for (String condition : List.of("1 = 2", "NULL", "(SELECT COUNT(*) FROM none) = 1")) {
      for (ClientOption[] options :
          List.of(new ClientOption[0], new ClientOption[] {ClientOption.CONTINUE_ON_ERROR})) {
        ClientResult result = runScript(guarded(condition), options);

        if (options.length == 0 && !condition.contains("none")) {
          assertThat(result.stderr()).contains("It's not at a1.");
        }
        assertThat(run.rows(DIALECT.columnsOf(TableName.of("made")))).isEmpty();
      }
    }
  }

  @Test
  void aUserWithoutAdminRightsPassesAGuard() throws Exception {
    run.execute("CREATE USER bob PASSWORD ''");
    try (Connection bob =
            DriverManager.getConnection(
                run.database.url().replace(";DB_CLOSE_DELAY=-1", ""), "bob", "");
        Statement statement = bob.createStatement()) {
      for (String line : STYLE.guard("1 = 1", "No.")) {
        statement.execute(line);
      }
    }
  }
}
