package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.LockWaits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who a statement waits for while it waits: afterwards nobody knows. A second session
 * asks, and is made only when a statement takes long.
 */
final class BlockerWatch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Database database;
  private final String query;
  private final Duration patience;
  private final Thread thread;
  private volatile boolean closed;
  private volatile String seen = "";

  /** When the statement began that {@link #seen} is about. */
  private long seenFor;

  private BlockerWatch(Database database, String query, Duration patience) {
    this.database = requireNonNull(database, "database");
    this.query = requireNonNull(query, "query");
    this.patience = requireNonNull(patience, "patience");
    this.thread = new Thread(this::watch, "schemachain-blockers");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Nothing where the database does not tell, or sessions are an application's own.
   *
   * @param limits of the statements: one that gives up soon must be asked about sooner
   */
  static @Nullable BlockerWatch start(Database database, LockWaits.Limits limits)
      throws SQLException {
    LockWaits waits = database.dialect().waits();
    if (database.isLent() || waits.blockers("0") == null) {
      return null;
    }
    List<@Nullable String> session = database.strings("SELECT " + database.dialect().sessionId());
    String query = waits.blockers(requireNonNull(session.get(0), "session"));
    return query == null ? null : new BlockerWatch(database, query, patience(limits.lock()));
  }

  /** How long a statement may take before anybody asks. */
  private static Duration patience(Duration lock) {
    Duration soon = lock.dividedBy(4);
    return lock.isZero() || soon.compareTo(PATIENCE) > 0 ? PATIENCE : soon;
  }

  /** Who was waited for last, in words; empty where nobody was. */
  String seen() {
    return seen;
  }

  /** What was seen belongs to an earlier statement. */
  void forget() {
    seen = "";
  }

  private void watch() {
    try {
      while (!closed) {
        Thread.sleep(patience.toMillis() / 2 + 1);
        long since = database.busySince();
        if (since != 0 && System.nanoTime() - since > patience.toNanos()) {
          if (since != seenFor) {
            seenFor = since;
            forget();
          }
          look(since);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Closed.
    } catch (SQLException | ConnectionFailedException e) {
      seen = ""; // Nobody is named; the run goes on without.
    }
  }

  private void look(long since) throws SQLException, InterruptedException {
    try (Connection second = database.second();
        Statement statement = second.createStatement()) {
      while (!closed && database.busySince() == since) {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
        if (!found.isEmpty()) {
          seen = String.join("; ", found);
        }
        Thread.sleep(patience.toMillis() + 1);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
