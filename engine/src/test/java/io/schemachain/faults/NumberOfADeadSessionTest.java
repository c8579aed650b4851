package io.schemachain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.apply.LockBusyException;
import io.schemachain.dialect.Dialects;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import io.schemachain.testdb.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The journal has the number of the session that a dead run had. A server that starts again gives
 * the same numbers to others, and these must not be waited for.
 */
class NumberOfADeadSessionTest {

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb"})
  void afterAStartOfTheServerItIsAnothers(String dialect) throws Exception {
    try (TestServer server = TestDatabases.ownServer(dialect)) {
      TestDatabase database = server.fresh();
      die(database);
      Thread.sleep(2500); // The server counts its own age in seconds.
      server.stop("KILL");
      server.start();
      try (Connection other = database.connect()) {
        takeNumber(database, other);
        atWork(other, () -> runs(database).impatient().run("upgrade"));
      }
      assertThat(State.of(database, runs(database), "upgrade"))
          .isEqualTo(FaultsTest.whole(dialect, "upgrade").end());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "h2"})
  void aSessionThatBeganLaterIsAnothers(String dialect) throws Exception {
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      die(database);
      try (Connection other = session(database)) {
        takeNumber(database, other);
        atWork(other, () -> runs(database).impatient().run("upgrade"));
      }
      assertThat(State.of(database, runs(database), "upgrade"))
          .isEqualTo(FaultsTest.whole(dialect, "upgrade").end());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void aSessionThatWasThereIsWaitedFor(String dialect) throws Exception {
    try (TestDatabase database = TestDatabases.fresh(dialect);
        Connection other = database.connect()) {
      Thread.sleep(10);
      die(database);
      String number = takeNumber(database, other);
      atWork(
          other,
          () ->
              assertThatThrownBy(() -> runs(database).impatient().run("upgrade"))
                  .isInstanceOf(LockBusyException.class)
                  .hasMessageContaining(
                      "the session " + number + " of the run that was interrupted"));
    }
  }

  /** Without the portals of the other protocol: they keep a snapshot, which an index waits for. */
  private static Connection session(TestDatabase database) throws SQLException {
    return database.dialect().equals("postgresql")
        ? DriverManager.getConnection(
            database.url() + "?preferQueryMode=simple", database.username(), database.password())
        : database.connect();
  }

  private static Runs runs(TestDatabase database) {
    return Runs.of(FaultsTest.CHAIN, database.url(), database.username(), database.password());
  }

  /** A run that ends at an index, which is journaled on each database, and tells nobody. */
  private static void die(TestDatabase database) {
    FaultyDriver.set(
        database.url(),
        new FaultyDriver.Trap() {
          @Override
          public void before(String what) {
            if (what.contains("ix_users_visits") && what.startsWith("CREATE INDEX")) {
              throw new IllegalStateException("It dies");
            }
          }

          @Override
          public void after(String what) {}
        });
    assertThatThrownBy(() -> runs(database).faulty().run("upgrade")).hasMessage("It dies");
  }

  /** The dead run had the number that this session has. */
  private static String takeNumber(TestDatabase database, Connection other) throws SQLException {
    String query = "SELECT " + Dialects.find(database.dialect()).orElseThrow().sessionId();
    String number;
    try (Statement statement = other.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      number = row.getString(1);
    }
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      String update =
          "UPDATE schemachain_journal SET session = '" + number + "' WHERE state = 'started'";
      assertThat(statement.executeUpdate(update)).isEqualTo(1);
    }
    return number;
  }

  /** Does something while a statement of the session takes its time. */
  private static void atWork(Connection other, Runnable meanwhile) throws Exception {
    String product = other.getMetaData().getDatabaseProductName();
    if (product.equals("PostgreSQL")) {
      // An open transaction is at work as well, and a statement would hold up each new index.
      other.setAutoCommit(false);
      try (Statement statement = other.createStatement()) {
        statement.execute("SELECT 1");
      }
      meanwhile.run();
      other.rollback();
      return;
    }
    String slow =
        product.equals("H2")
            ? "SELECT SUM(X) FROM SYSTEM_RANGE(1, 100000000000)"
            : "SELECT SLEEP(60)";
    try (Statement statement = other.createStatement()) {
      CompletableFuture<Void> end =
          CompletableFuture.runAsync(
              () -> {
                try {
                  statement.execute(slow);
                } catch (SQLException e) {
                  // Cancelled.
                }
              });
      Thread.sleep(300);
      meanwhile.run();
      assertThat(end).as("It is still at work").isNotDone();
      statement.cancel();
      end.join();
    }
  }
}
