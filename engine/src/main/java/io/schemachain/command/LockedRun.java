package io.schemachain.command;

import io.schemachain.apply.Database;
import io.schemachain.apply.Executor;
import io.schemachain.apply.Patience;
import io.schemachain.apply.RunLock;
import io.schemachain.dialect.LockWaits;
import io.schemachain.format.Settings;
import io.schemachain.plan.Bookkeeping;
import java.util.UUID;

/** A run that has the lock, and what it executes with. Closing it frees the lock. */
final class LockedRun implements AutoCloseable {
  private final RunLock lock;
  private final Patience patience;
  private final Executor executor;

  private LockedRun(RunLock lock, Patience patience, Executor executor) {
    this.lock = lock;
    this.patience = patience;
    this.executor = executor;
  }

  /**
   * Waits for the lock.
   *
   * @throws io.schemachain.apply.LockBusyException if another runner keeps it too long
   */
  static LockedRun begin(Workspace workspace, Database database, Bookkeeping bookkeeping) {
    Settings.Timeouts timeouts = workspace.settings().timeouts();
    RunLock lock = RunLock.acquire(database, bookkeeping, workspace.options().lockTimeout());
    try {
      Patience patience =
          Patience.of(
              database,
              new LockWaits.Limits(timeouts.lock(), timeouts.statement()),
              timeouts.retries());
      return new LockedRun(
          lock,
          patience,
          new Executor(
              database,
              bookkeeping,
              new ProgressListener(workspace.frontEnd().progress()),
              UUID.randomUUID().toString(),
              workspace.options().lockTimeout(),
              patience,
              lock));
    } catch (RuntimeException e) {
      lock.close(); // A session that is lent would keep it.
      throw e;
    }
  }

  Executor executor() {
    return executor;
  }

  @Override
  public void close() {
    patience.close();
    lock.close();
  }
}
