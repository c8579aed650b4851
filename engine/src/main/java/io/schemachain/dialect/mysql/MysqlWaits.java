package io.schemachain.dialect.mysql;

import io.schemachain.dialect.LockWaits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MySQL's limits: {@code lock_wait_timeout} is for locks on tables, which it would wait for a year,
 * {@code innodb_lock_wait_timeout} for those on rows. Only SELECT has a limit of its own time.
 */
class MysqlWaits implements LockWaits {
  private static final int LOCK_WAIT_TIMEOUT = 1205;
  private static final int DEADLOCK = 1213;

  @Override
  public List<String> limits(Limits limits) {
    List<String> statements = new ArrayList<>();
    if (limits.lockSeconds() > 0) {
      statements.add("SET SESSION lock_wait_timeout = " + limits.lockSeconds());
      statements.add("SET SESSION innodb_lock_wait_timeout = " + limits.lockSeconds());
    }
    return statements;
  }

  @Override
  public boolean gaveUp(@Nullable String sqlState, int code) {
    return code == LOCK_WAIT_TIMEOUT || code == DEADLOCK;
  }

  /** Who has a metadata lock on what this session waits for; needs performance_schema. */
  @Override
  public @Nullable String blockers(String session) {
    return "SELECT DISTINCT CONCAT('connection ', t.PROCESSLIST_ID, COALESCE(CONCAT(' of ',"
        + " t.PROCESSLIST_USER), ''), COALESCE(CONCAT(' from ', t.PROCESSLIST_HOST), ''), ', ',"
        + " LOWER(t.PROCESSLIST_COMMAND), ' for ', t.PROCESSLIST_TIME, ' s')"
        + " FROM performance_schema.metadata_locks w"
        + " JOIN performance_schema.threads me ON me.THREAD_ID = w.OWNER_THREAD_ID"
        + " JOIN performance_schema.metadata_locks h ON h.OBJECT_TYPE = w.OBJECT_TYPE"
        + " AND h.OBJECT_SCHEMA <=> w.OBJECT_SCHEMA AND h.OBJECT_NAME <=> w.OBJECT_NAME"
        + " AND h.LOCK_STATUS = 'GRANTED' AND h.OWNER_THREAD_ID <> w.OWNER_THREAD_ID"
        + " JOIN performance_schema.threads t ON t.THREAD_ID = h.OWNER_THREAD_ID"
        + " WHERE w.LOCK_STATUS = 'PENDING' AND me.PROCESSLIST_ID = "
        + Long.parseLong(session);
  }
}
