package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.RunnerLock;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.Segment;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of one run have in common.
 *
 * @param id names the run in the journal
 * @param lockTimeout how long to wait for another runner's transaction
 */
record Run(
    Database database,
    Bookkeeping bookkeeping,
    RunListener listener,
    String id,
    Duration lockTimeout,
    RunnerLock lock) {
  Run {
    requireNonNull(database, "database");
    requireNonNull(bookkeeping, "bookkeeping");
    requireNonNull(listener, "listener");
    requireNonNull(id, "id");
    requireNonNull(lockTimeout, "lockTimeout");
    requireNonNull(lock, "lock");
  }

  Transaction begin() throws SQLException {
    return Transaction.begin(database, lock, lockTimeout);
  }

  /** Sends statements in batches where the server is a round trip away, and takes several. */
  StatementRunner runner() {
    boolean batches =
        !(lock instanceof RunnerLock.WriteTransaction) && database.dialect().sendsBatches();
    return new StatementRunner(database, listener, batches);
  }

  void sessionStatements(PlanStep step) throws SQLException {
    for (SqlStatement statement : step.sessionStatements()) {
      database.execute(statement.text());
    }
  }

  void restoreSession(PlanStep step) throws SQLException {
    if (!step.sessionStatements().isEmpty()) {
      for (String statement : database.dialect().sessionSetup()) {
        database.execute(statement);
      }
    }
  }

  /** The journal tells of a failure when all that it undid is gone. */
  void markRolledBack(
      PlanStep step, StatementRunner.@Nullable Position position, SQLException failure) {
    if (position == null) {
      return;
    }
    try {
      for (Segment segment : step.segments()) {
        for (Bookkeeping.Entry entry : step.entries(id, segment)) {
          if (entry.statement() == position.statement()) {
            database.execute(bookkeeping.rolledBack(entry, Database.reason(failure)).text());
            return;
          }
        }
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  static String millisSince(long start) {
    return Long.toString(Duration.ofNanos(System.nanoTime() - start).toMillis());
  }
}
