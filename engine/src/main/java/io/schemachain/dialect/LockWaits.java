package io.schemachain.dialect;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long statements of a session wait for others, and who they wait for. A statement that waits
 * for a lock on a table keeps all those waiting that come after it, readers as well: so it gives up
 * soon, and is tried again.
 */
public interface LockWaits {
  /** A database with nothing to limit. */
  LockWaits NONE =
      new LockWaits() {
        @Override
        public List<String> limits(Limits limits) {
          return List.of();
        }

        @Override
        public boolean gaveUp(@Nullable String sqlState, int code) {
          return false;
        }
      };

  /**
   * @param lock how long a statement waits for a lock; zero for as long as the server lets it
   * @param statement how long a statement may take; zero for as long as it needs
   */
  record Limits(Duration lock, Duration statement) {
    public static final Limits OFF = new Limits(Duration.ZERO, Duration.ZERO);

    public long lockMillis() {
      return lock.toMillis();
    }

    /** Rounded up, for databases that count in seconds. */
    public long lockSeconds() {
      return lock.plusMillis(999).toSeconds();
    }

    public long statementMillis() {
      return statement.toMillis();
    }

    public long statementSeconds() {
      return statement.plusMillis(999).toSeconds();
    }
  }

  /** Statements that set the limits of the session, as far as the database has them. */
  List<String> limits(Limits limits);

  /**
   * Whether a failure says that a lock was not had in time, or that a deadlock was ended: what may
   * succeed when it is tried again.
   *
   * @param code the vendor's own
   */
  boolean gaveUp(@Nullable String sqlState, int code);

  /**
   * A sentence about those who were in the way.
   *
   * @param blockers what {@link #blockers} found
   */
  default String blockedBy(String blockers) {
    return "The lock was held by " + blockers + ".";
  }

  /**
   * A query of another session for those that a session waits for, a text for each; null where the
   * database does not tell.
   *
   * @param session as {@link Dialect#sessionId} names it
   */
  default @Nullable String blockers(String session) {
    return null;
  }
}
