package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.LockWaits;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How long a run waits for others who use the tables, and who they are. Closing it ends the watch.
 */
public final class Patience implements AutoCloseable {
  private final LockWaits.Limits limits;
  private final int retries;
  private final @Nullable BlockerWatch watch;

  private Patience(LockWaits.Limits limits, int retries, @Nullable BlockerWatch watch) {
    this.limits = requireNonNull(limits, "limits");
    this.retries = retries;
    this.watch = watch;
  }

  /**
   * Limits the session, and begins to watch.
   *
   * @param retries how often a statement, or the transaction that it is in, is tried again
   * @throws ConnectionFailedException if the server does not take it
   */
  public static Patience of(Database database, LockWaits.Limits limits, int retries) {
    try {
      for (String statement : database.dialect().waits().limits(limits)) {
        database.execute(statement);
      }
      return new Patience(limits, retries, BlockerWatch.start(database, limits));
    } catch (SQLException e) {
      throw new ConnectionFailedException(
          "The session cannot be set up: " + database.safeReason(e), e);
    }
  }

  LockWaits.Limits limits() {
    return limits;
  }

  int retries() {
    return retries;
  }

  /** Who was waited for since this was asked last; empty where nobody was, or none can tell. */
  String blockers() {
    if (watch == null) {
      return "";
    }
    String seen = watch.seen();
    watch.forget();
    return seen;
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }
}
