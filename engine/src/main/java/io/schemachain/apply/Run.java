package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.LockWaits;
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
 * @param patience with others who use the tables
 * @param held the lock, as this run has it
 * @param lock how the database has it
 */
record Run(
    Database database,
    Bookkeeping bookkeeping,
    RunListener listener,
    String id,
    Duration lockTimeout,
    Patience patience,
    RunLock held,
    RunnerLock lock) {
  Run {
    requireNonNull(database, "database");
    requireNonNull(bookkeeping, "bookkeeping");
    requireNonNull(listener, "listener");
    requireNonNull(id, "id");
    requireNonNull(lockTimeout, "lockTimeout");
    requireNonNull(patience, "patience");
    requireNonNull(held, "held");
    requireNonNull(lock, "lock");
  }

  /** Lets a statement wait and work for as long as it needs, or no longer. */
  void limit(boolean limited) throws SQLException {
    for (String statement :
        database.dialect().waits().limits(limited ? patience.limits() : LockWaits.Limits.OFF)) {
      database.execute(statement);
    }
  }

  Transaction begin() throws SQLException {
    Transaction transaction = Transaction.begin(database, lock, lockTimeout);
    try {
      held.require();
      return transaction;
    } catch (SQLException e) {
      transaction.rollback(e);
      throw e;
    }
  }

  /** Takes back a transaction and tells the journal of it. */
  void rollback(
      @Nullable Transaction transaction,
      PlanStep step,
      StatementRunner runner,
      SQLException failure) {
    if (transaction != null) {
      transaction.rollback(failure);
    }
    markRolledBack(step, runner.position(), failure);
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
  @SuppressWarnings("ReferenceEquality") // A revision may have the same statement twice.
  private void markRolledBack(
      PlanStep step, StatementRunner.@Nullable Position position, SQLException failure) {
    if (position == null) {
      return;
    }
    try {
      for (Segment segment : step.segments()) {
        for (Bookkeeping.Entry entry : step.entries(id, segment)) {
          if (entry.statement() == position.of()) {
            database.execute(bookkeeping.rolledBack(entry, database.safeReason(failure)).text());
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
