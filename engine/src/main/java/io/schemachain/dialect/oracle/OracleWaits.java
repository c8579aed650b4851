package io.schemachain.dialect.oracle;

import io.schemachain.dialect.LockWaits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Oracle's limit for DDL, which would not wait at all; what changes rows waits for ever. */
final class OracleWaits implements LockWaits {
  private static final int BUSY = 54;
  private static final int TIMED_OUT = 4021;
  private static final int DEADLOCK = 60;

  @Override
  public List<String> limits(Limits limits) {
    return List.of("ALTER SESSION SET DDL_LOCK_TIMEOUT = " + limits.lockSeconds());
  }

  @Override
  public boolean gaveUp(@Nullable String sqlState, int code) {
    return code == BUSY || code == TIMED_OUT || code == DEADLOCK;
  }
}
