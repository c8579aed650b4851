package io.schemachain.testdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Waits, when the JVM exits, for the guards that clean up after it.
 *
 * <p>A guard is a shell that reads a pipe from the JVM and notices its end, even by kill -9. Under
 * exec:java the class loader is closed by the time this runs, so it uses nothing but classes of the
 * JDK.
 */
final class AtExit extends Thread {
  private static final String DELETE =
      """
      trap '' HUP INT QUIT TERM
      cat >/dev/null
      tries=0
      until rm -rf "$1" || [ $tries -gt 50 ]; do
        tries=$((tries + 1))
        sleep 0.1
      done
      """;

  private static final AtExit HOOK = new AtExit();

  private final List<Process> guards = new ArrayList<>();

  static {
    Runtime.getRuntime().addShutdownHook(HOOK);
  }

  private AtExit() {
    super(rootGroup(), "testdb-exit");
  }

  /** The group of the caller may be destroyed before the JVM exits; exec:java does so. */
  private static ThreadGroup rootGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  static void waitFor(Process guard) {
    synchronized (HOOK.guards) {
      HOOK.guards.add(guard);
    }
  }

  static void delete(Path directory) throws IOException {
    waitFor(
        new ProcessBuilder("sh", "-c", DELETE, "testdb-guard", directory.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  @Override
  public void run() {
    synchronized (guards) {
      try {
        for (Process guard : guards) {
          guard.getOutputStream().close();
        }
        for (Process guard : guards) {
          if (!guard.waitFor(15, TimeUnit.SECONDS)) {
            System.err.println("testdb: process " + guard.pid() + " does not end");
          }
        }
      } catch (IOException e) {
        System.err.println("testdb: cannot clean up: " + e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
