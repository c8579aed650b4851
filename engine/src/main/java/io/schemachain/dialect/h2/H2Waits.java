package io.schemachain.dialect.h2;

import io.schemachain.dialect.LockWaits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** H2's limits, of the session: {@code SET LOCK_TIMEOUT} and {@code SET QUERY_TIMEOUT}. */
final class H2Waits implements LockWaits {
  private static final int LOCK_TIMEOUT = 50200;
  private static final int DEADLOCK = 40001;

  @Override
  public List<String> limits(Limits limits) {
    List<String> statements = new ArrayList<>();
    if (limits.lockMillis() > 0) {
      statements.add("SET LOCK_TIMEOUT " + limits.lockMillis());
    }
    statements.add("SET QUERY_TIMEOUT " + limits.statementMillis());
    return statements;
  }

  @Override
  public boolean gaveUp(@Nullable String sqlState, int code) {
    return code == LOCK_TIMEOUT || code == DEADLOCK;
  }

  @Override
  public String blockers(String session) {
    return "SELECT 'session ' || b.SESSION_ID || ' of ' || b.USER_NAME || COALESCE(' from ' ||"
        + " b.CLIENT_ADDR, '') || ', connected since ' || b.SESSION_START FROM"
        + " INFORMATION_SCHEMA.SESSIONS s JOIN INFORMATION_SCHEMA.SESSIONS b ON b.SESSION_ID ="
        + " s.BLOCKER_ID WHERE s.SESSION_ID = "
        + Integer.parseInt(session);
  }
}
