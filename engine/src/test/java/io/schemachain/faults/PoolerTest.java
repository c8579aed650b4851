package io.schemachain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.apply.DatabaseStateException;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A lock of the session is worth nothing where somebody in between changes sessions. PgBouncer
 * 1.18, tried by hand, behaves as {@link Pooler} does, with both values of {@code
 * server_round_robin}; with {@code pool_mode = statement} it refuses the first transaction itself.
 */
class PoolerTest {

  /** Drivers prepare statements in the sessions, unless they are told not to. */
  @ParameterizedTest
  @CsvSource({
    "LAST_USED, 0, true",
    "LAST_USED, 0, false",
    "LAST_USED, 2, true",
    "LAST_USED, 2, false",
    "LONGEST_IDLE, 0, false",
    "LONGEST_IDLE, 1, false",
    "LONGEST_IDLE, 2, true",
    "LONGEST_IDLE, 2, false",
    "LONGEST_IDLE, 3, false",
    "LONGEST_IDLE, 5, false"
  })
  void aPoolerOfTransactionsIsRefused(Pooler.Order order, int idle, boolean prepares)
      throws SQLException {
    try (TestDatabase database = TestDatabases.fresh("postgresql");
        Pooler pooler = pooler(database, Pooler.Mode.TRANSACTION, order)) {
      String url = url(database, pooler) + (prepares ? "" : "?prepareThreshold=0");
      makeIdle(url, idle);
      assertThatThrownBy(() -> runs(url, database).run("upgrade"))
          .isInstanceOf(DatabaseStateException.class)
          .hasMessageContaining("PgBouncer with pool_mode = transaction")
          .hasMessageContaining("Connect to the server itself");
      assertThat(tables(database)).as("What was done").isZero();
      // And no session of the pool keeps the lock.
      runs(database.url(), database).impatient().run("upgrade");
    }
  }

  @Test
  void aPoolerOfSessionsIsNoMatter() throws SQLException {
    try (TestDatabase database = TestDatabases.fresh("postgresql");
        Pooler pooler = pooler(database, Pooler.Mode.SESSION, Pooler.Order.LAST_USED)) {
      String url = url(database, pooler);
      makeIdle(url, 3);
      runs(url, database).run("upgrade");
      assertThat(State.of(database, runs(url, database), "upgrade"))
          .isEqualTo(FaultsTest.whole("postgresql", "upgrade").end());
    }
  }

  /** So many sessions, as applications leave them in a pool. */
  private static void makeIdle(String url, int sessions) throws SQLException {
    List<Connection> open = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      Connection connection = DriverManager.getConnection(url, "schemachain", "");
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT 1");
      }
      open.add(connection);
    }
    for (Connection connection : open) {
      connection.rollback();
      connection.close();
    }
  }

  private static int tables(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public'"
                    + " AND table_name NOT LIKE 'schemachain%'")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static Pooler pooler(TestDatabase database, Pooler.Mode mode, Pooler.Order order) {
    return new Pooler(FaultsTest.port(database.url()), mode, order);
  }

  private static String url(TestDatabase database, Pooler pooler) {
    return database.url().replace(":" + FaultsTest.port(database.url()), ":" + pooler.port());
  }

  private static Runs runs(String url, TestDatabase database) {
    return Runs.of(FaultsTest.CHAIN, url, database.username(), database.password());
  }
}
