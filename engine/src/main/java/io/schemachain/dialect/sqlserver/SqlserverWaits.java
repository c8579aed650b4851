package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.LockWaits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL Server's limit, in milliseconds; -1 waits for ever. */
final class SqlserverWaits implements LockWaits {
  private static final int LOCK_TIMED_OUT = 1222;
  private static final int DEADLOCK = 1205;

  @Override
  public List<String> limits(Limits limits) {
    return List.of("SET LOCK_TIMEOUT " + (limits.lockMillis() > 0 ? limits.lockMillis() : -1));
  }

  @Override
  public boolean gaveUp(@Nullable String sqlState, int code) {
    return code == LOCK_TIMED_OUT || code == DEADLOCK;
  }

  @Override
  public String blockers(String session) {
    return "SELECT CONCAT('session ', s.session_id, ' of ', s.login_name, ' from ', s.host_name) FROM"
        + " sys.dm_exec_requests r JOIN sys.dm_exec_sessions s ON s.session_id ="
        + " r.blocking_session_id WHERE r.session_id = "
        + Integer.parseInt(session);
  }
}
