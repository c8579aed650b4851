package io.schemachain.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Runs goals in a JVM that will be killed: each on a database of its own, up to the end of a
 * statement, where it stands still. When all do, it says so, and waits for its end.
 */
public final class Victim {
  static final String READY = "READY";

  /** How many do not stand still yet. */
  private static final int AT_ONCE = 4;

  private Victim() {}

  /**
   * @param statement number of the statement that the run does not get beyond; none where negative
   */
  record Job(
      String goal,
      int statement,
      String url,
      @Nullable String username,
      @Nullable String password) {
    String line() {
      return String.join(
          "\t",
          goal,
          Integer.toString(statement),
          url,
          username == null ? "" : username,
          password == null ? "" : password);
    }

    static Job parse(String line) {
      String[] parts = line.split("\t", -1);
      boolean hasUser = !parts[3].isEmpty();
      return new Job(
          parts[0],
          Integer.parseInt(parts[1]),
          parts[2],
          hasUser ? parts[3] : null,
          hasUser ? parts[4] : null);
    }
  }

  /** A JVM that runs {@link #main} with the class path of this one. */
  static Process start(Path chain, Path jobs) throws IOException {
    String surefire = System.getProperty("surefire.test.class.path");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            surefire == null ? System.getProperty("java.class.path") : surefire,
            Victim.class.getName(),
            chain.toString(),
            jobs.toString())
        .redirectErrorStream(true)
        .start();
  }

  /**
   * @param arguments the schema folder, and a file with a job in each line
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Job> jobs = Files.readAllLines(Path.of(arguments[1])).stream().map(Job::parse).toList();
    Semaphore mayRun = new Semaphore(AT_ONCE);
    for (Job job : jobs) {
      mayRun.acquire();
      Thread thread = new Thread(() -> run(Path.of(arguments[0]), job, mayRun), job.url());
      thread.setDaemon(true);
      thread.start();
    }
    mayRun.acquire(AT_ONCE);
    System.out.println(READY);
    boolean waits = jobs.stream().anyMatch(job -> job.statement() >= 0);
    if (waits) {
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  private static void run(Path chain, Job job, Semaphore mayRun) {
    FaultyDriver.set(job.url(), new Stop(job, mayRun));
    try {
      Runs.of(chain, job.url(), job.username(), job.password()).faulty().run(job.goal());
      System.out.println("It came to its end.");
    } catch (RuntimeException e) {
      System.out.println(e);
    }
    mayRun.release();
  }

  private static final class Stop implements FaultyDriver.Trap {
    private final Job job;
    private final Semaphore mayRun;
    private int number;

    Stop(Job job, Semaphore mayRun) {
      this.job = job;
      this.mayRun = mayRun;
    }

    @Override
    public void before(String what) {}

    @Override
    public void after(String what) {
      if (number == job.statement()) {
        standStill();
      }
      number++;
    }

    private void standStill() {
      mayRun.release();
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
