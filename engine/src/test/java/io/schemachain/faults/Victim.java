package io.schemachain.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Runs goals in a JVM that will be killed: each on a database of its own, up to the end of a
 * statement, where it stands still, or up to its beginning, where it stands until it is told to go
 * on by a line. When all do, it says so, and waits for its end.
 */
public final class Victim {
  static final String READY = "READY";

  /** How many do not stand still yet. */
  private static final int AT_ONCE = 4;

  private static final CountDownLatch TOLD = new CountDownLatch(1);

  private Victim() {}

  /**
   * @param statement number of the statement that the run does not get beyond; none where negative
   * @param goesOn whether it stands before it, and will be told
   */
  record Job(
      String goal,
      int statement,
      boolean goesOn,
      String url,
      @Nullable String username,
      @Nullable String password) {
    Job(
        String goal,
        int statement,
        String url,
        @Nullable String username,
        @Nullable String password) {
      this(goal, statement, false, url, username, password);
    }

    String line() {
      return String.join(
          "\t",
          goal,
          Integer.toString(statement),
          Boolean.toString(goesOn),
          url,
          username == null ? "" : username,
          password == null ? "" : password);
    }

    static Job parse(String line) {
      String[] parts = line.split("\t", -1);
      boolean hasUser = !parts[4].isEmpty();
      return new Job(
          parts[0],
          Integer.parseInt(parts[1]),
          Boolean.parseBoolean(parts[2]),
          parts[3],
          hasUser ? parts[4] : null,
          hasUser ? parts[5] : null);
    }
  }

  /** A JVM that runs {@link #main} with the class path of this one. */
  static Process start(Path chain, Path jobs) throws IOException {
    return start(List.of(), chain, jobs);
  }

  /**
   * @param before goes in front of the command
   */
  static Process start(List<String> before, Path chain, Path jobs) throws IOException {
    String surefire = System.getProperty("surefire.test.class.path");
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            surefire == null ? System.getProperty("java.class.path") : surefire,
            Victim.class.getName(),
            chain.toString(),
            jobs.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
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
      if (System.in.read() >= 0) {
        TOLD.countDown();
      }
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
    public void before(String what) {
      if (number == job.statement() && job.goesOn()) {
        standStill();
      }
    }

    @Override
    public void after(String what) {
      if (number == job.statement() && !job.goesOn()) {
        standStill();
      }
      number++;
    }

    private void standStill() {
      mayRun.release();
      try {
        TOLD.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
