package io.schemachain.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another session is in the middle of a transaction on a table that a revision changes. */
class LockWaitsTest {
  /** Limits of a session that a run changes: how they are set, and how they are asked for. */
  private static final Map<String, List<String>> LIMITS =
      Map.of(
          "postgresql",
          List.of("SET lock_timeout = '77s'", "SHOW lock_timeout"),
          "mysql",
          List.of("SET SESSION lock_wait_timeout = 77", "SELECT @@SESSION.lock_wait_timeout"),
          "mariadb",
          List.of("SET SESSION max_statement_time = 77", "SELECT @@SESSION.max_statement_time"),
          "h2",
          List.of("SET LOCK_TIMEOUT 77000", "SELECT LOCK_TIMEOUT()"));

  /** What a script sets for {@code lock: 1s}. */
  private static final Map<String, String> IN_SCRIPTS =
      Map.of(
          "postgresql", "SET lock_timeout = '1s';",
          "mysql", "SET SESSION lock_wait_timeout = 1;",
          "mariadb", "SET SESSION lock_wait_timeout = 1;",
          "h2", "SET LOCK_TIMEOUT 1000;",
          "oracle", "ALTER SESSION SET DDL_LOCK_TIMEOUT = 1;",
          "sqlserver", "SET LOCK_TIMEOUT 1000;");

  @TempDir Path folder;

  private TestProject project(String timeouts) {
    return new TestProject(folder)
        .file("schema.yaml", "format: 1\ntimeouts: " + timeouts + "\n")
        .revision(
            "a1",
            null,
            """
            - create_table: {name: users, columns: [{name: id, type: integer, primary_key: true}]}
            - bulk_insert: {table: users, rows: [{id: 1}]}
            """)
        .revision(
            "b2", "a1", "- add_column: {table: users, column: {name: note, type: string(20)}}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void aRunThatWaitsSucceedsWhenTheyAreGone(String dialect) throws Exception {
    TestProject project = project("{lock: 1s, retries: 20}");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database, "a1");
      try (Connection other = open(database)) {
        CompletableFuture<Void> run =
            CompletableFuture.runAsync(() -> upgrade(project, database, "head"));
        await(() -> project.log.stream().anyMatch(line -> line.contains("Trying again")));
        other.rollback();
        run.get(60, TimeUnit.SECONDS);
      }
      assertThat(project.log)
          .anySatisfy(
              line ->
                  assertThat(line)
                      .contains("A lock was not to be had")
                      .contains(
                          switch (dialect) {
                            case "h2" -> "USERS";
                            case "mariadb" -> "Transactions open meanwhile: connection";
                            default -> "The lock was held by";
                          })
                      .contains("(1 of 20)"));
      assertThat(rows(database, "SELECT id, note FROM users")).containsExactly("1|null");
      assertThat(rows(database, "SELECT revision FROM schemachain_version ORDER BY position"))
          .containsExactly("a1", "b2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void aRunGivesUpAndNamesThem(String dialect) throws SQLException {
    TestProject project = project("{lock: 1s, retries: 1}");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database, "a1");
      try (Connection other = open(database)) {
        String session = session(other, dialect);
        assertThatThrownBy(() -> upgrade(project, database, "head"))
            .isInstanceOf(SchemaException.class)
            .hasMessageContaining("upgrade b2")
            .hasMessageContaining(dialect.equals("h2") ? "USERS" : session)
            .satisfies(
                e ->
                    assertThat(((SchemaException) e).status()).isIn(Status.FAILED, Status.PARTIAL));
        assertThat(rows(database, "SELECT * FROM users WHERE id = 1")).containsExactly("1");
        assertThat(rows(database, "SELECT revision FROM schemachain_version"))
            .containsExactly("a1");
        other.rollback();
      }
      upgrade(project, database, "head");
      assertThat(rows(database, "SELECT id, note FROM users")).containsExactly("1|null");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void withoutLimitsItWaits(String dialect) throws Exception {
    TestProject project = project("{lock: off, statement: off}");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database, "a1");
      try (Connection other = open(database)) {
        CompletableFuture<Void> run =
            CompletableFuture.runAsync(() -> upgrade(project, database, "head"));
        Thread.sleep(dialect.equals("h2") ? 500 : 3000); // H2 has a limit of its own, 2 seconds.
        assertThat(run).isNotDone();
        other.rollback();
        run.get(60, TimeUnit.SECONDS);
      }
      assertThat(project.log).noneMatch(line -> line.contains("Trying again"));
      assertThat(rows(database, "SELECT id, note FROM users")).containsExactly("1|null");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb"})
  void whatADeadlockEndedIsTriedAgain(String dialect) throws Exception {
    TestProject project =
        project("{lock: 30s, retries: 5}")
            .revision("c3", "b2", "- execute: UPDATE pairs SET n = n + 1\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database, "b2");
      try (Connection other = database.connect();
          Statement statement = other.createStatement()) {
        statement.execute("CREATE TABLE pairs (id INTEGER PRIMARY KEY, n INTEGER)");
        statement.execute("INSERT INTO pairs VALUES (1, 0), (2, 0)");
        if (dialect.equals("postgresql")) {
          statement.execute("SET deadlock_timeout = '60s'"); // The run is to find it, and to end.
        }
        other.setAutoCommit(false);
        // InnoDB ends the one that has changed less.
        statement.execute("INSERT INTO users (id) VALUES (11), (12), (13), (14), (15), (16)");
        statement.execute("UPDATE pairs SET n = n + 10 WHERE id = 2");
        CompletableFuture<Void> run =
            CompletableFuture.runAsync(() -> upgrade(project, database, "head"));
        await(() -> waits(database));
        statement.execute("UPDATE pairs SET n = n + 10 WHERE id = 1");
        other.commit();
        run.get(60, TimeUnit.SECONDS);
      }
      assertThat(project.log)
          .anyMatch(line -> line.contains("eadlock") && line.contains("Trying again"));
      assertThat(rows(database, "SELECT id, n FROM pairs ORDER BY id"))
          .containsExactly("1|11", "2|11");
    }
  }

  @Test
  void anIndexBuiltConcurrentlyHasNoLimits() throws Exception {
    TestProject project =
        project("{lock: 1s, statement: 2s, retries: 0}")
            .revision(
                "c3",
                "b2",
                "- create_index: {name: ix_users_note, table: users, columns: [note], concurrently: true}\n");
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      upgrade(project, database, "b2");
      try (Connection other = open(database)) {
        CompletableFuture<Void> run =
            CompletableFuture.runAsync(() -> upgrade(project, database, "head"));
        await(() -> waits(database));
        Thread.sleep(3000);
        assertThat(run).isNotDone();
        other.rollback();
        run.get(60, TimeUnit.SECONDS);
      }
      assertThat(
              rows(
                  database,
                  "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('ix_users_note')"))
          .containsExactly("t");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void aSessionThatWasLentGetsItsLimitsBack(String dialect) throws SQLException {
    TestProject project = project("{lock: 1s, statement: 5s}");
    List<String> limit = requireNonNull(LIMITS.get(dialect));
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(database.url());
      config.setUsername(database.username());
      config.setPassword(database.password());
      config.setMaximumPoolSize(2);
      config.setConnectionInitSql(limit.get(0));
      try (HikariDataSource pool = new HikariDataSource(config)) {
        String before;
        try (Connection one = pool.getConnection()) {
          before = rows(one, limit.get(1)).get(0);
        }
        Schemachain.of(pool).withDirectory(project.directory()).upgrade();
        try (Connection one = pool.getConnection();
            Connection two = pool.getConnection()) {
          assertThat(rows(one, limit.get(1))).containsExactly(before);
          assertThat(rows(two, limit.get(1))).containsExactly(before);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2", "oracle", "sqlserver"})
  void aScriptHasTheLimits(String dialect) {
    String script =
        String.valueOf(
            new Upgrade(project("{lock: 1s, statement: 5s}").offline(dialect))
                .run(new Upgrade.Request("head", true))
                .output());
    assertThat(script).contains(requireNonNull(IN_SCRIPTS.get(dialect)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb"})
  void whoHasTheRunnersLockIsNamedWithTheRevisionThatIsApplied(String dialect) throws SQLException {
    TestProject project = project("{}");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database, "a1");
      try (Connection holder = database.connect();
          Statement statement = holder.createStatement()) {
        RunnerLock.SessionLock lock =
            (RunnerLock.SessionLock)
                Workspace.dialect(dialect, "the test")
                    .runnerLock(
                        TableName.of("schemachain_version"), TableName.of("schemachain_journal"));
        statement.execute(lock.tryAcquire());
        project.lockTimeout(Duration.ofMillis(300));
        assertThatThrownBy(() -> upgrade(project, database, "head"))
            .hasMessageContaining("Another runner is at work on this database")
            .hasMessageContaining(
                dialect.equals("postgresql") ? "schemachain" : session(holder, dialect))
            .hasMessageContaining("The last revision that is applied is a1.")
            .satisfies(e -> assertThat(((SchemaException) e).status()).isEqualTo(Status.BUSY));
      }
    }
  }

  // What the others do

  /** A transaction that has changed the table, and is not at its end. */
  private static Connection open(TestDatabase database) throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO users (id) VALUES (99)");
    }
    return connection;
  }

  private static String session(Connection connection, String dialect) throws SQLException {
    String query = "SELECT " + Workspace.dialect(dialect, "the test").sessionId();
    String id = rows(connection, query).get(0);
    return switch (dialect) {
      case "postgresql" -> "process " + id;
      case "h2" -> "session " + id;
      default -> "connection " + id;
    };
  }

  private static boolean waits(TestDatabase database) {
    try {
      return !rows(
              database,
              database.dialect().equals("postgresql")
                  ? "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname ="
                      + " current_database()"
                  : "SELECT 1 FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'")
          .isEmpty();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("It did not happen in time").isLessThan(end);
      Thread.sleep(
          250); // InnoDB keeps what it said of transactions as long as it is asked more often.
    }
  }

  private static void upgrade(TestProject project, TestDatabase database, String target) {
    new Upgrade(project.workspace(database)).run(new Upgrade.Request(target, false));
  }

  private static List<String> rows(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect()) {
      return rows(connection, sql);
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }
}
