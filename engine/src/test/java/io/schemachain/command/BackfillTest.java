package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientResult;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are changed in batches, each of them once, whatever happens in between. */
final class BackfillTest {
  private static final String BY_ID =
      "- backfill: {table: t, set: {total: {sql: total + step}}, where: \"step > 0 OR id = 0\","
          + " batch_size: 10}\n";
  private static final String TOTALS = "SELECT total, COUNT(*) FROM t GROUP BY total";
  private static final String APPLIED =
      "SELECT revision FROM schemachain_version ORDER BY position";

  @TempDir Path folder;

  private TestProject project(String backfill) {
    StringBuilder csv = new StringBuilder("id,code,step,total\n");
    for (int i = 1; i <= 25; i++) {
      csv.append(3 * i).append(",\"it's ").append((char) ('a' + i)).append("\",1,0\n");
    }
    return new TestProject(folder)
        .file("data/t.csv", csv.toString())
        .revision(
            "a1",
            null,
            """
            - create_table:
                name: t
                columns:
                  - {name: id, type: integer, primary_key: true}
                  - {name: code, type: string(10), nullable: false, unique: true}
                  - {name: step, type: integer, nullable: false}
                  - {name: total, type: integer, nullable: false}
                check_constraints: [{name: ck_total, sql: total < 10}]
            - bulk_insert: {table: t, file: data/t.csv}
            """)
        .revision("b2", "a1", backfill);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void every_row_is_changed_once_online_and_by_script(String dialect)
      throws SQLException, IOException {
    for (String backfill :
        List.of(
            BY_ID,
            "- backfill: {table: t, set: {total: {sql: total + 1}}, all: true, key: code,"
                + " batch_size: 7}\n",
            "- backfill: {table: t, set: {total: 1}, where: {step: 1}, batch_size: 25}\n")) {
      TestProject project = project(backfill);
      try (TestDatabase online = TestDatabases.fresh(dialect);
          TestDatabase scripted = TestDatabases.fresh(dialect)) {
        upgrade(project, online);
        assertThat(rows(online, TOTALS)).containsExactly("1|25");
        assertThat(rows(online, APPLIED)).containsExactly("a1", "b2");
        CommandResult script =
            new Upgrade(project.offline(dialect)).run(new Upgrade.Request("head", true));
        Path file = Files.writeString(folder.resolve("up.sql"), String.valueOf(script.output()));
        ClientResult client = Client.run(scripted, file);
        assertThat(client.exitCode()).as(client.stdout() + client.stderr()).isZero();
        assertThat(rows(scripted, "SELECT * FROM t ORDER BY id"))
            .isEqualTo(rows(online, "SELECT * FROM t ORDER BY id"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2"})
  void the_next_run_goes_on_where_the_last_one_ended(String dialect) throws SQLException {
    for (boolean died : List.of(false, true)) {
      TestProject project = project(BY_ID);
      try (TestDatabase database = TestDatabases.fresh(dialect)) {
        new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
        execute(database, "UPDATE t SET step = 100 WHERE id = 51");
        assertThatThrownBy(() -> upgrade(project, database))
            .hasMessageContaining("failed at backfill t")
            .hasMessageContaining("WHERE (step > 0 OR id = 0) AND id >= 33 AND id < 63")
            .hasMessageContaining("The batches before this one are committed and stay");
        assertThat(rows(database, "SELECT COUNT(*) FROM t WHERE total = 1")).containsExactly("10");
        String journal = "SELECT state, reached FROM schemachain_journal WHERE kind = 'backfill'";
        assertThat(rows(database, journal)).containsExactly("failed|33");
        if (died) {
          execute(
              database, "UPDATE schemachain_journal SET state = 'started' WHERE kind = 'backfill'");
        }
        execute(database, "UPDATE t SET step = 1 WHERE id = 51");
        upgrade(project, database);
        assertThat(rows(database, TOTALS)).containsExactly("1|25");
        assertThat(rows(database, journal)).containsExactly("finished|63");
        assertThat(rows(database, APPLIED)).containsExactly("a1", "b2");
      }
    }
  }

  /** Its table may be another one by then, so that the place in it would be a wrong one. */
  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "h2"})
  void what_it_changed_is_gone_on_with_or_taken_back(String dialect) throws SQLException {
    TestProject project = project(BY_ID);
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      execute(database, "UPDATE t SET step = 100 WHERE id = 51");
      assertThatThrownBy(() -> upgrade(project, database))
          .hasMessageContaining("failed at backfill t");
      assertThatThrownBy(() -> downgrade(project, database))
          .hasMessageContaining("and only another upgrade goes on with it.");
      assertThatThrownBy(
              () ->
                  new PlanScript(project.workspace(database))
                      .run(new PlanScript.Request("head", false)))
          .hasMessageContaining("a script cannot go on between the batches of a backfill");
      new Resolve(project.workspace(database)).run(new Resolve.Request(Resolve.Action.REVERT));
      downgrade(project, database);
      upgrade(project, database);
      assertThat(rows(database, TOTALS)).containsExactly("1|25");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "h2"})
  void a_person_may_say_that_it_goes_on(String dialect) throws SQLException {
    TestProject project = project(BY_ID);
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      execute(database, "UPDATE t SET step = 100 WHERE id = 51");
      assertThatThrownBy(() -> upgrade(project, database))
          .hasMessageContaining("failed at backfill t");
      execute(database, "UPDATE t SET step = 1 WHERE id = 51");
      new Resolve(project.workspace(database)).run(new Resolve.Request(Resolve.Action.RETRY));
      upgrade(project, database);
      assertThat(rows(database, TOTALS)).containsExactly("1|25");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "h2"})
  void a_batch_that_waits_for_a_lock_is_tried_again(String dialect) throws Exception {
    TestProject project =
        project(BY_ID).file("schema.yaml", "format: 1\ntimeouts: {lock: 1s, retries: 20}\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      try (Connection other = database.connect();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("UPDATE t SET step = step WHERE id = 51");
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> upgrade(project, database));
        while (!run.isDone()
            && project.log.stream().noneMatch(line -> line.contains("Trying again"))) {
          Thread.sleep(50);
        }
        other.rollback();
        run.get(60, TimeUnit.SECONDS);
      }
      assertThat(rows(database, TOTALS)).containsExactly("1|25");
    }
  }

  @Test
  void it_stands_alone_and_goes_along_a_unique_column() {
    assertThat(errors(BY_ID + "- update: {table: t, set: {step: 1}, all: true}\n"))
        .contains("so it is the only operation of its revision.");
    assertThat(errors("- backfill: {table: t, set: {step: 1}, all: true, key: total}\n"))
        .contains("The column total of t is not unique and not nullable.");
    assertThat(errors("- backfill: {table: t, set: {id: 1}, all: true}\n"))
        .contains("'set' has a value for id, along which the backfill goes.");
  }

  private String errors(String backfill) {
    try {
      new Validate(project(backfill).offline("postgresql")).run(new Validate.Request());
      return "";
    } catch (DiagnosticException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void downgrade(TestProject project, TestDatabase database) {
    new Downgrade(project.workspace(database)).run(new Downgrade.Request("base", false));
  }

  private static void upgrade(TestProject project, TestDatabase database) {
    new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows(TestDatabase database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }
}
