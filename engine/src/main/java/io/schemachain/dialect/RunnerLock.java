package io.schemachain.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a database lets one runner at a time work, as SQL. Nothing here survives its session. */
public sealed interface RunnerLock {

  /**
   * A lock of the session that runs the DDL; no commit frees it.
   *
   * @param tryAcquire a query whose single value is 1 or true when the lock was taken; it never
   *     waits
   * @param release a query that gives it back
   * @param holder a query for one text that says who has it; null where the database does not tell
   * @param holds a query whose single value is 1 or true while this session has it; null where the
   *     database does not tell
   * @param pooledStates SQLSTATEs with which statements fail where a pooler gives a session out by
   *     the transaction; empty where there is none that does so and lets the lock be lost
   */
  record SessionLock(
      String tryAcquire,
      String release,
      @Nullable String holder,
      @Nullable String holds,
      List<String> pooledStates)
      implements RunnerLock {
    public SessionLock {
      pooledStates = List.copyOf(pooledStates);
    }
  }

  /**
   * A row held by a second connection, where DDL of the first would free any lock.
   *
   * @param ensureRow makes sure that the row is there; harmless when repeated
   * @param lockRow takes it, in a transaction that stays open; fails at once or soon when it is
   *     taken
   * @param takenState the SQLSTATE of that failure
   */
  record RowLock(String ensureRow, String lockRow, String takenState) implements RunnerLock {}

  /**
   * A row, which every account can lock, and a lock of the session as well where the account may
   * take one: scripts have no second connection that could hold a row.
   *
   * @param mayLockSession a query whose single value is 1 or true when it may
   */
  record RowAndSessionLock(RowLock row, SessionLock session, String mayLockSession)
      implements RunnerLock {}

  /**
   * Each transaction takes the database's write lock when it begins. Runners may take turns.
   *
   * @param begin starts such a transaction
   * @param takenCode the vendor's code of the failure when another has it
   */
  record WriteTransaction(String begin, int takenCode) implements RunnerLock {}
}
