package io.schemachain.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several runners at once: one works, the others wait, and every revision is applied once. */
class ManyRunnersTest {
  private static final Path CHAIN = Path.of("src/test/resources/faults").toAbsolutePath();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "postgresql, 2", "postgresql, 20",
    "mysql, 2", "mysql, 20",
    "mariadb, 2", "mariadb, 20",
    "sqlite, 2", "sqlite, 20",
    "h2, 2", "h2, 20"
  })
  void everyRevisionIsAppliedOnce(String dialect, int runners) throws Exception {
    State expected = alone(dialect);
    ExecutorService threads = Executors.newFixedThreadPool(runners);
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Long>> runs = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        runs.add(
            threads.submit(
                () -> {
                  start.await();
                  long begin = System.nanoTime();
                  runs(database).run("upgrade");
                  return System.nanoTime() - begin;
                }));
      }
      start.countDown();
      long longest = 0;
      for (Future<Long> run : runs) {
        longest = Math.max(longest, run.get());
      }
      assertThat(State.of(database, runs(database), "upgrade")).isEqualTo(expected);
      Tally.put(
          dialect + " runners " + runners, String.format(Locale.ROOT, "%.1f s", longest / 1e9));
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite"})
  void everyRevisionIsAppliedOnceByJvmsOfTheirOwn(String dialect) throws Exception {
    State expected = alone(dialect);
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      List<Process> processes = List.of(jvm(database, "one"), jvm(database, "two"));
      for (Process process : processes) {
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("It came to its end.");
      }
      assertThat(State.of(database, runs(database), "upgrade")).isEqualTo(expected);
    }
  }

  private Process jvm(TestDatabase database, String name) throws IOException {
    Victim.Job job =
        new Victim.Job("upgrade", -1, database.url(), database.username(), database.password());
    return Victim.start(CHAIN, Files.writeString(folder.resolve(name), job.line()));
  }

  private static State alone(String dialect) throws Exception {
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      runs(database).run("upgrade");
      return State.of(database, runs(database), "upgrade");
    }
  }

  private static Runs runs(TestDatabase database) {
    return Runs.of(CHAIN, database.url(), database.username(), database.password());
  }
}
