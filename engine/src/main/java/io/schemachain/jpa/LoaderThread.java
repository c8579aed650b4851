package io.schemachain.jpa;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A thread, in a group of its own, for code of another loader: what such code leaves with its
 * thread goes with it, as the context class loader does.
 */
final class LoaderThread {
  /** What a provider has to end after it is interrupted; its classes are gone then. */
  private static final long GRACE_MILLIS = 5_000;

  private LoaderThread() {}

  /**
   * Waits for the result.
   *
   * @param task throws unchecked exceptions alone, which are thrown here
   */
  static <T> T call(ClassLoader loader, Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(new ThreadGroup("entities"), future, "entities");
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      T result = future.get();
      thread.join();
      return result;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (e.getCause() instanceof Error known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      awaitEnd(thread);
      Thread.currentThread().interrupt();
      throw new JpaException("Reading the entities was interrupted.", "Run the goal again.", e);
    }
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join(GRACE_MILLIS);
    } catch (InterruptedException again) {
      // Asked for twice: it is not waited for any longer, and the caller is told anyway.
    }
  }
}
