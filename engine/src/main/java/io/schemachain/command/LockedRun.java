package io.schemachain.command;

import io.schemachain.apply.Database;
import io.schemachain.apply.Executor;
import io.schemachain.apply.RunLock;
import io.schemachain.plan.Bookkeeping;
import java.util.UUID;

/** A run that has the lock, and what it executes with. Closing it frees the lock. */
final class LockedRun implements AutoCloseable {
  private final RunLock lock;
  private final Executor executor;

  private LockedRun(RunLock lock, Executor executor) {
    this.lock = lock;
    this.executor = executor;
  }

  /**
   * Waits for the lock.
   *
   * @throws io.schemachain.apply.LockBusyException if another runner keeps it too long
   */
  static LockedRun begin(Workspace workspace, Database database, Bookkeeping bookkeeping) {
    RunLock lock = RunLock.acquire(database, bookkeeping, workspace.options().lockTimeout());
    return new LockedRun(
        lock,
        new Executor(
            database,
            bookkeeping,
            new ProgressListener(workspace.frontEnd().progress()),
            UUID.randomUUID().toString(),
            workspace.options().lockTimeout()));
  }

  Executor executor() {
    return executor;
  }

  @Override
  public void close() {
    lock.close();
  }
}
