package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.LockWaits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's limits, see "Client Connection Defaults" in its manual. */
final class PostgresqlWaits implements LockWaits {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK_DETECTED = "40P01";

  @Override
  public List<String> limits(Limits limits) {
    return List.of(
        "SET lock_timeout = " + time(limits.lockMillis()),
        "SET statement_timeout = " + time(limits.statementMillis()));
  }

  /** As people write it; the units are those of the server's settings. */
  private static String time(long millis) {
    if (millis == 0) {
      return "0";
    }
    if (millis % 3_600_000 == 0) {
      return "'" + millis / 3_600_000 + "h'";
    }
    if (millis % 1000 == 0) {
      return "'" + millis / 1000 + "s'";
    }
    return "'" + millis + "ms'";
  }

  @Override
  public boolean gaveUp(@Nullable String sqlState, int code) {
    return LOCK_NOT_AVAILABLE.equals(sqlState) || DEADLOCK_DETECTED.equals(sqlState);
  }

  @Override
  public String blockers(String session) {
    return "SELECT format('process %s%s%s%s, %s since %s', a.pid, ' of ' || a.usename,"
        + " ' from ' || host(a.client_addr), ' (' || nullif(a.application_name, '') || ')', a.state,"
        + " date_trunc('second', coalesce(a.xact_start, a.state_change)))"
        + " FROM pg_catalog.pg_stat_activity a WHERE a.pid = ANY (pg_blocking_pids("
        + Integer.parseInt(session)
        + ")) ORDER BY a.xact_start";
  }
}
