package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.RunnerLock;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.plan.Bookkeeping;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One runner at a time. The lock is polled, in sessions that hold no snapshot, and dies with its
 * session: nobody ever has to delete it.
 */
public final class RunLock implements AutoCloseable {
  private static final long POLL_MILLIS = 200;

  /** How often a run looks whether it still has the same session. */
  private static final int LOOKS = 2;

  private static final String OTHER_SESSION =
      "The lock of this run is with another session: something between here and the server, such as"
          + " PgBouncer with pool_mode = transaction, changes sessions between transactions."
          + " Connect to the server itself";

  private final Database database;
  private final RunnerLock.@Nullable RowLock row;
  private RunnerLock.@Nullable SessionLock session;
  private @Nullable Connection holder;

  private RunLock(Database database, RunnerLock kind) {
    this.database = requireNonNull(database, "database");
    if (kind instanceof RunnerLock.RowAndSessionLock both) {
      this.row = both.row();
      this.session = both.session();
    } else {
      this.row = kind instanceof RunnerLock.RowLock one ? one : null;
      this.session = kind instanceof RunnerLock.SessionLock one ? one : null;
    }
  }

  /**
   * Takes the lock.
   *
   * @throws LockBusyException if another runner keeps it for so long
   */
  public static RunLock acquire(Database database, Bookkeeping bookkeeping, Duration timeout) {
    RunnerLock kind = database.dialect().runnerLock(bookkeeping.versions(), bookkeeping.journal());
    RunLock lock = new RunLock(database, kind);
    try {
      if (kind instanceof RunnerLock.RowAndSessionLock both
          && !isTrue(database.strings(both.mayLockSession()))) {
        lock.session = null;
      }
      if (lock.row != null && new VersionTable(database, bookkeeping).isMissing()) {
        // The row is in one of our tables; two runners may create them at once.
        for (SqlStatement statement : bookkeeping.ensureTables()) {
          database.execute(statement.text());
        }
      }
      lock.requireOwnSession(); // A lock that was taken already would stay in a pooler's session.
      lock.acquire(timeout, bookkeeping);
      lock.require();
      return lock;
    } catch (SQLException e) {
      boolean pooled = lock.isPooled(e);
      lock.close();
      if (pooled) {
        throw new DatabaseStateException(
            Status.INVALID, OTHER_SESSION + ". The server says: " + database.safeReason(e));
      }
      throw new ConnectionFailedException("The lock cannot be taken: " + database.safeReason(e), e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void acquire(Duration timeout, Bookkeeping bookkeeping) throws SQLException {
    long deadline = System.nanoTime() + timeout.toNanos();
    if (row != null) {
      database.execute(row.ensureRow());
    }
    while (!tryAcquire()) {
      if (System.nanoTime() - deadline >= 0) {
        throw new LockBusyException(timeout, describeHolder(), place(bookkeeping));
      }
      sleep();
    }
  }

  /** The revision that was applied last; null where none was. */
  private @Nullable String place(Bookkeeping bookkeeping) {
    List<AppliedRevision> applied = new VersionTable(database, bookkeeping).applied();
    return applied.isEmpty() ? null : applied.get(applied.size() - 1).id();
  }

  /**
   * A pooler that gives sessions out by the transaction would have the lock stay where this run is
   * not. A transaction in a second connection would get the session of the first one, or keep it
   * from getting the same again, or change the order of those that are idle.
   */
  private void requireOwnSession() throws SQLException {
    if (session == null || session.pooledStates().isEmpty() || database.isLent()) {
      return;
    }
    String query = "SELECT " + database.dialect().sessionId();
    List<@Nullable String> mine = database.strings(query);
    try (Connection other = database.another()) {
      other.setAutoCommit(false);
      List<@Nullable String> theirs = Database.strings(other, query);
      boolean isOwn = !mine.equals(theirs) && mine.equals(database.strings(query));
      other.rollback();
      for (int i = 0; i < LOOKS && isOwn; i++) {
        isOwn = mine.equals(database.strings(query));
      }
      if (!isOwn) {
        throw new DatabaseStateException(Status.INVALID, OTHER_SESSION + ".");
      }
    }
  }

  /** A driver prepares statements in a session, and misses them, or finds others, in another. */
  private boolean isPooled(SQLException failure) {
    return session != null && session.pooledStates().contains(failure.getSQLState());
  }

  /**
   * Asks whether this run still has the lock. It has not where a pooler gives each transaction
   * another session, and where the second connection, which holds the row, was closed meanwhile.
   *
   * @throws SQLException if it has not
   */
  void require() throws SQLException {
    String holds = session == null ? null : session.holds();
    if (holds != null && !isTrue(database.strings(holds))) {
      throw new SQLException(OTHER_SESSION);
    }
    if (row != null && holder != null) {
      try {
        Database.strings(holder, row.lockRow());
      } catch (SQLException e) {
        throw new SQLException(
            "The lock of this run is lost, with the second connection that held it: "
                + Database.reason(e),
            e.getSQLState());
      }
    }
  }

  private boolean tryAcquire() throws SQLException {
    return (row == null || tryRow(row))
        && (session == null || isTrue(database.strings(session.tryAcquire())));
  }

  /** Drivers show truth as {@code t}, {@code true}, {@code TRUE} or {@code 1}. */
  static boolean isTrue(List<@Nullable String> values) {
    String value = values.isEmpty() ? null : values.get(0);
    return value != null && (value.equals("1") || value.regionMatches(true, 0, "t", 0, 1));
  }

  private boolean tryRow(RunnerLock.RowLock row) throws SQLException {
    if (holder == null) {
      holder = database.second();
      holder.setAutoCommit(false);
    }
    try (Statement statement = holder.createStatement();
        ResultSet rows = statement.executeQuery(row.lockRow())) {
      return rows.next();
    } catch (SQLException e) {
      if (row.takenState().equals(e.getSQLState())) {
        holder.rollback();
        return false;
      }
      throw e;
    }
  }

  private @Nullable String describeHolder() throws SQLException {
    if (session != null && session.holder() != null) {
      List<@Nullable String> values = database.strings(session.holder());
      return values.isEmpty() ? null : values.get(0);
    }
    return null;
  }

  static void sleep() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectionFailedException("Interrupted while waiting for another runner.", e);
    }
  }

  /** Gives the lock back. A lock that went with its session is no error. */
  @Override
  public void close() {
    closeHolder();
    try {
      if (session != null && !database.connection().isClosed()) {
        database.rollBackWhatIsOpen(); // A transaction that failed takes no statement.
        database.strings(session.release());
      }
    } catch (SQLException e) {
      // The session is broken, and the lock gone with it; the command's own error counts more.
      session = null;
    }
  }

  private void closeHolder() {
    try {
      if (holder != null) {
        database.close(holder);
      }
    } catch (SQLException e) {
      holder = null; // As above.
    }
  }
}
