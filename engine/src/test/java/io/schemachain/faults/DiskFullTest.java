package io.schemachain.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import io.schemachain.testdb.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * There is no room for what a statement wants to write: rows, or a table that is written anew. A
 * small disk would want the rights to make one, so a limit stands for it, which the server meets in
 * the same place: of the process on the size of a file, or SQLite's own. Then it is taken away.
 */
class DiskFullTest {
  private static final Path CHAIN = Path.of("src/test/resources/faults-full").toAbsolutePath();
  private static final String BEFORE_ROWS = "b00000000001";
  private static final String BEFORE_REWRITE = "b00000000002";
  private static final long LIMIT = 24 << 20;
  private static final Pattern LOST =
      Pattern.compile("connection was unexpectedly lost|link failure");

  private static final List<String> ROWS =
      List.of(
          "SELECT id, n, note FROM counts ORDER BY id",
          "SELECT COUNT(*), SUM(id), SUM(pages), SUM(LENGTH(text)) FROM papers");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb"})
  void aServerHasNoRoom(String dialect) throws Exception {
    assumeTrue(FaultsTest.ONLY == null || FaultsTest.ONLY.equals(dialect));
    Tally tally = new Tally(dialect);
    try (TestServer server = TestDatabases.ownServer(dialect)) {
      for (String start : List.of(BEFORE_ROWS, BEFORE_REWRITE)) {
        TestDatabase database = server.fresh();
        runs(database).upgradeTo(start);
        server.limitFiles(LIMIT);
        String said = failure(runs(database));
        if (LOST.matcher(said).find()) {
          server.stop("KILL"); // It is about to end by itself.
          server.start();
        } else {
          server.limitFiles(-1);
        }
        tally.count("disk full", "behind " + start, outcome(database, said, full(dialect)));
      }
    }
    tally.write();
    tally.requireNothingLost();
  }

  /**
   * As the servers say it. A table that MariaDB writes anew is of an error without a name, and
   * MySQL 8.0.33 dies of it.
   */
  private static String full(String dialect) {
    return switch (dialect) {
      case "postgresql" -> "could not extend file";
      case "mysql" -> "The table '.*' is full|" + LOST.pattern();
      default -> "The table '.*' is full|Got error 168 .* from storage engine";
    };
  }

  @ParameterizedTest
  @ValueSource(strings = "sqlite")
  void aFileMayHaveNoMorePages(String dialect) throws Exception {
    assumeTrue(FaultsTest.ONLY == null || FaultsTest.ONLY.equals(dialect));
    Tally tally = new Tally(dialect);
    for (String start : List.of(BEFORE_ROWS, BEFORE_REWRITE)) {
      try (TestDatabase database = TestDatabases.fresh(dialect)) {
        runs(database).upgradeTo(start);
        String said = failure(Runs.of(CHAIN, database.url() + "?max_page_count=1000", null, null));
        tally.count(
            "disk full", "behind " + start, outcome(database, said, "database or disk is full"));
      }
    }
    tally.write();
    tally.requireNothingLost();
  }

  /**
   * The runner itself writes the file: it is the process that has the limit. H2 shuts its store
   * when a write fails, and whoever gives back a session of it then waits for good; so the process
   * is killed, as a person would do it.
   */
  @ParameterizedTest
  @ValueSource(strings = "h2")
  void aRunnerHasNoRoom(String dialect) throws Exception {
    assumeTrue(FaultsTest.ALL, "It takes a minute");
    assumeTrue(FaultsTest.ONLY == null || FaultsTest.ONLY.equals(dialect));
    Tally tally = new Tally(dialect);
    for (String start : List.of(BEFORE_ROWS, BEFORE_REWRITE)) {
      try (TestDatabase database = TestDatabases.freshH2File()) {
        runs(database).upgradeTo(start);
        Path file = Path.of(database.url().substring("jdbc:h2:file:".length()) + ".mv.db");
        inAJvmOfItsOwn(database, Files.size(file) + (4 << 20));
        tally.count("disk full", "behind " + start, outcome(database, "", ""));
      }
    }
    tally.write();
    tally.requireNothingLost();
  }

  private void inAJvmOfItsOwn(TestDatabase database, long limit)
      throws IOException, InterruptedException {
    Victim.Job job =
        new Victim.Job("upgrade", -1, database.url(), database.username(), database.password());
    Process process =
        Victim.start(
            List.of("prlimit", "--fsize=" + limit),
            CHAIN,
            Files.writeString(folder.resolve("job"), job.line()));
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.toHandle().destroyForcibly(); // Which leaves what it said.
    }
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    assertThat(said).doesNotContain("It came to its end.");
  }

  private static Runs runs(TestDatabase database) {
    return Runs.of(CHAIN, database.url(), database.username(), database.password());
  }

  private static String failure(Runs runs) {
    try {
      runs.run("upgrade");
      return "";
    } catch (SchemaException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** What comes of the next run, when there is room. */
  private static Tally.Outcome outcome(TestDatabase database, String said, String expected) {
    try {
      assertThat(said).containsPattern(expected);
      runs(database).run("upgrade");
      assertThat(State.of(database, runs(database), ROWS).lines())
          .contains("1 | 1111 | much", "30000 | 449985000 | 30000 | 30000000");
      return Tally.Outcome.SURVIVED;
    } catch (AssertionError | RuntimeException | SQLException e) {
      return Tally.Outcome.lost(e + " after " + said);
    }
  }
}
