package io.schemachain.apply;

import io.schemachain.dialect.RunnerLock;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A transaction of the pinned session, begun as the database wants it. */
final class Transaction {
  private final Database database;
  private final RunnerLock.@Nullable WriteTransaction write;

  private Transaction(Database database, RunnerLock.@Nullable WriteTransaction write) {
    this.database = database;
    this.write = write;
  }

  static Transaction begin(Database database, RunnerLock lock, Duration timeout)
      throws SQLException {
    if (lock instanceof RunnerLock.WriteTransaction write) {
      Transaction transaction = new Transaction(database, write);
      transaction.beginWriting(write, timeout);
      return transaction;
    }
    database.connection().setAutoCommit(false);
    return new Transaction(database, null);
  }

  private void beginWriting(RunnerLock.WriteTransaction kind, Duration timeout)
      throws SQLException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      try {
        database.execute(kind.begin());
        return;
      } catch (SQLException e) {
        if (e.getErrorCode() != kind.takenCode()) {
          throw e;
        }
        if (System.nanoTime() - deadline >= 0) {
          throw new LockBusyException(timeout, null, null);
        }
        RunLock.sleep();
      }
    }
  }

  void commit() throws SQLException {
    if (write != null) {
      database.execute("COMMIT");
      return;
    }
    database.connection().commit();
    database.connection().setAutoCommit(true);
  }

  /** Adds to the error what goes wrong here, so that the first cause is what people see. */
  void rollback(Throwable cause) {
    try {
      if (write != null) {
        database.execute("ROLLBACK");
        return;
      }
      database.connection().rollback();
      database.connection().setAutoCommit(true);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
