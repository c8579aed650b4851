package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.Status;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain with branches, on each database. */
final class BranchesTest {
  private static final String REVISIONS =
      "SELECT revision FROM schemachain_version ORDER BY position";

  @TempDir Path folder;

  /** {@code a1 <- b1, a1 <- c2 [billing] <- d2}, and {@code f1 [stock] <- f2} that needs b1. */
  private TestProject project() {
    return new TestProject(folder)
        .revision("a1", null, table("users"))
        .file("versions/b1.yaml", document("b1", "a1", "", column("users", "phone")))
        .file(
            "versions/c2.yaml",
            document("c2", "a1", "branch_labels: [billing]\n", table("invoices")))
        .file("versions/d2.yaml", document("d2", "c2", "", column("invoices", "total")))
        .file("versions/f1.yaml", document("f1", "", "branch_labels: [stock]\n", table("items")))
        .file(
            "versions/f2.yaml",
            document("f2", "f1", "depends_on: [b1]\n", column("items", "amount")));
  }

  private static String table(String name) {
    return "- create_table: {name: "
        + name
        + ", columns: [{name: id, type: integer, primary_key: true}]}\n";
  }

  private static String column(String table, String name) {
    return "- add_column: {table: " + table + ", column: {name: " + name + ", type: integer}}\n";
  }

  private static String document(String id, String parent, String more, String upgrade) {
    return "format: 1\nrevision: "
        + id
        + (parent.isEmpty() ? "" : "\ndown_revision: " + parent)
        + "\nmessage: Revision "
        + id
        + "\n"
        + more
        + "upgrade:\n"
        + upgrade.indent(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void branches_go_up_and_down_on_their_own(String dialect) throws SQLException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      assertRefused(() -> upgrade(project, database, "head"), "billing@head", "stock@head");
      upgrade(project, database, "stock@head");
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "f1", "b1", "f2");
      upgrade(project, database, "heads");
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "f1", "b1", "f2", "c2", "d2");
      assertRefused(() -> downgrade(project, database, "-1"), "billing@-1 or stock@-1");
      downgrade(project, database, "billing@-1");
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "f1", "b1", "f2", "c2");
      downgrade(project, database, "a1");
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "f1");
      downgrade(project, database, "base");
      assertThat(rows(database, REVISIONS)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void a_script_starts_from_several_heads(String dialect) throws SQLException, IOException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database, "b1,c2");
      Path up =
          Files.writeString(
              folder.resolve("up.sql"),
              new Upgrade(project.offline(dialect))
                  .run(new Upgrade.Request("b1,c2:heads", true))
                  .output());
      Path other =
          Files.writeString(
              folder.resolve("other.sql"),
              new Upgrade(project.offline(dialect))
                  .run(new Upgrade.Request("b1:heads", true))
                  .output());
      ClientResult refused = Client.run(database, other);
      assertThat(refused.stdout() + refused.stderr()).contains("This database is not at b1");
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "b1", "c2");
      ClientResult run = Client.run(database, up);
      assertThat(run.exitCode()).as(run.stdout() + run.stderr()).isZero();
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "b1", "c2", "f1", "f2", "d2");
      assertThat(rows(database, "SELECT COUNT(amount) FROM items")).containsExactly("0");
      Path down =
          Files.writeString(
              folder.resolve("down.sql"),
              new Downgrade(project.offline(dialect))
                  .run(new Downgrade.Request("f2,d2:billing@-1", true))
                  .output());
      run = Client.run(database, down);
      assertThat(run.exitCode()).as(run.stdout() + run.stderr()).isZero();
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "b1", "c2", "f1", "f2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void a_revision_below_what_is_applied_waits_for_a_word(String dialect) throws SQLException {
    TestProject project =
        new TestProject(folder)
            .revision("a1", null, table("users"))
            .revision("c3", "a1", column("users", "age"));
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database, "head");
      project
          .revision("b2", "a1", column("users", "phone"))
          .revision("c3", "b2", column("users", "age"))
          .revision("d4", "c3", table("items"));
      assertRefused(
          () -> upgrade(project, database, "head"),
          "b2 (Revision b2)",
          "mvn schema:upgrade -Dschema.outOfOrder");
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "c3");
      assertThat(
              new Current(project.workspace(database))
                  .run(new Current.Request(false, false, OutputFormat.TEXT))
                  .messages())
          .contains("b2 (Revision b2) is not applied, although a revision that builds on it is.");
      assertRefused(
          () ->
              new Current(project.workspace(database))
                  .run(new Current.Request(false, true, OutputFormat.TEXT)),
          "b2 (Revision b2)",
          "mvn schema:upgrade -Dschema.target=heads -Dschema.outOfOrder");
      assertRefused(
          () ->
              new PlanScript(project.workspace(database))
                  .run(new PlanScript.Request("head", false)),
          "mvn schema:plan -Dschema.outOfOrder");
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false, true));
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "c3", "b2", "d4");
      downgrade(project, database, "a1");
      assertThat(rows(database, REVISIONS)).containsExactly("a1");
      assertThatThrownBy(() -> rows(database, "SELECT phone FROM users"))
          .isInstanceOf(SQLException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void a_change_is_shown_and_can_be_accepted(String dialect) throws SQLException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database, "heads");
      project.file(
          "versions/b1.yaml",
          document("b1", "a1", "", column("users", "phone_number") + column("users", "fax")));
      for (String goal : List.of("upgrade", "downgrade")) {
        assertRefused(
            () -> {
              if (goal.equals("upgrade")) {
                upgrade(project, database, "heads");
              } else {
                downgrade(project, database, "base");
              }
            },
            "b1 (Revision b1)",
            "- add_column: {\"table\":\"users\",\"column\":{\"name\":\"phone\",",
            "+ add_column: {\"table\":\"users\",\"column\":{\"name\":\"phone_number\",",
            "+ add_column: {\"table\":\"users\",\"column\":{\"name\":\"fax\",",
            "mvn schema:stamp -Dschema.accept=b1");
      }
      CommandResult current =
          new Current(project.workspace(database))
              .run(new Current.Request(false, false, OutputFormat.TEXT));
      assertThat(current.status()).isEqualTo(Status.DRIFT);
      assertThat(current.messages().get(0))
          .startsWith("Changed after they were applied: b1 (Revision b1).");
      assertRefused(
          () ->
              new Current(project.workspace(database))
                  .run(new Current.Request(false, true, OutputFormat.TEXT)),
          "mvn schema:stamp -Dschema.accept=b1");
      CommandResult accepted = stamp(project, database, null, false, "b1,a1");
      assertThat(accepted.messages())
          .containsExactly(
              "a1 (Revision a1) is as it was applied: nothing to accept.",
              "b1 (Revision b1) is taken as it is now.");
      assertThat(rows(database, REVISIONS)).hasSize(6);
      assertThat(upgrade(project, database, "heads").messages().get(0)).startsWith("Nothing to do");
      assertThat(rows(database, "SELECT document FROM schemachain_version WHERE revision = 'b1'"))
          .singleElement()
          .asString()
          .contains("fax");
      assertRefused(() -> stamp(project, database, null, false, "nosuch"), "nosuch");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void a_database_ahead_of_the_files_is_told_and_can_be_purged(String dialect)
      throws SQLException, IOException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database, "heads");
      Files.delete(project.directory().resolve("versions/d2.yaml"));
      assertRefused(
          () -> upgrade(project, database, "heads"),
          "d2 (Revision d2), applied 20",
          "mvn schema:stamp -Dschema.purge -Dschema.target=c2,f2");
      assertRefused(() -> downgrade(project, database, "base"), "d2 (Revision d2), applied 20");
      assertRefused(() -> stamp(project, database, "a1", false, null), "d2 (Revision d2)");
      assertThat(
              new Current(project.workspace(database))
                  .run(new Current.Request(false, false, OutputFormat.TEXT))
                  .output())
          .contains("d2 (Revision d2), applied 20");
      assertThat(
              new History(project.workspace(database))
                  .run(new History.Request(null, false, OutputFormat.TEXT))
                  .messages())
          .anyMatch(message -> message.contains("d2 (Revision d2), applied 20"));
      assertRefused(() -> stamp(project, database, null, true, null), "needs a target");
      assertThat(stamp(project, database, "c2", true, null).messages())
          .contains(
              "Of these have files, and count as not applied now, whatever the schema is: f1, b1,"
                  + " f2.");
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "c2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void stamp_leaves_what_moving_would_have_left(String dialect) throws SQLException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      stamp(project, database, "d2,f2", false, null);
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "f1", "b1", "c2", "f2", "d2");
      assertRefused(() -> stamp(project, database, "c2,d2", false, null), "overlap");
      stamp(project, database, "billing@-1", false, null);
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "f1", "b1", "c2", "f2");
      stamp(project, database, "a1", false, null);
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "f1");
      stamp(project, database, "base", false, null);
      assertThat(rows(database, REVISIONS)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void heads_are_checked_and_marked(String dialect) throws SQLException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database, "stock@head");
      Current current = new Current(project.workspace(database));
      assertThat(current.run(new Current.Request(true, false, OutputFormat.TEXT)).messages())
          .contains("Heads that are not applied: d2 (Revision d2).");
      assertRefused(
          () -> current.run(new Current.Request(false, true, OutputFormat.TEXT)), "without d2");
      assertThat(
              new History(project.workspace(database))
                  .run(new History.Request(null, false, OutputFormat.TEXT))
                  .output())
          .isEqualTo(
              """
              d2  Revision d2  (head, on c2)
              f2  Revision f2  (head, current, on f1)
              c2  [billing]  Revision c2  (on a1)
              b1  Revision b1  (effective head, applied, on a1)
              f1  [stock]  Revision f1  (base, applied)
              a1  Revision a1  (base, branch point, applied)
              """);
      for (OutputFormat picture :
          List.of(OutputFormat.MERMAID, OutputFormat.SVG, OutputFormat.HTML)) {
        String drawn =
            new History(project.workspace(database))
                .run(new History.Request("a1:", false, picture))
                .output();
        assertThat(drawn).contains("a1", "Revision d2", "pending", "applied");
      }
      upgrade(project, database, "heads");
      // b1 is a head that only another revision needs: nothing is missing.
      assertThat(current.run(new Current.Request(false, true, OutputFormat.TEXT)).output())
          .isEqualTo("f2  Revision f2  (head, current)\nd2  Revision d2  (head, current)\n");
    }
  }

  /** A downgrade of one arm that stops half way, where nothing can be rolled back. */
  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb", "h2"})
  void what_is_half_done_is_settled_alone(String dialect) throws SQLException {
    TestProject project =
        new TestProject(folder)
            .revision("a1", null, table("users"))
            .revision("b1", "a1", table("orders"))
            .file(
                "versions/c1.yaml",
                document("c1", "a1", "", table("items"))
                    + "downgrade:\n  - drop_table: {name: items}\n"
                    + "  - execute: DELETE FROM no_such_table\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database, "heads");
      assertRefused(() -> downgrade(project, database, "c1@-1"), "no_such_table");
      assertRefused(
          () -> upgrade(project, database, "heads"),
          "The downgrade of c1 (Revision c1) was interrupted at statement 1 of operation 2, and"
              + " only another downgrade goes on with it.",
          "mvn schema:downgrade -Dschema.target=c1@-1",
          "mvn schema:resolve -Dschema.action=revert");
      assertRefused(() -> downgrade(project, database, "c1@-1"), "no_such_table");
      new Resolve(project.workspace(database)).run(new Resolve.Request(Resolve.Action.DONE));
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "b1", "c1");
      downgrade(project, database, "c1@-1");
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "b1");
      assertThat(
              new Resolve(project.workspace(database))
                  .run(new Resolve.Request(Resolve.Action.DONE))
                  .messages())
          .containsExactly("Nothing is open: there is nothing to settle.");
      upgrade(project, database, "heads");
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "b1", "c1");
      assertRefused(() -> downgrade(project, database, "c1@-1"), "no_such_table");
      new Resolve(project.workspace(database)).run(new Resolve.Request(Resolve.Action.REVERT));
      assertThat(rows(database, REVISIONS)).containsExactly("a1", "b1", "c1");
    }
  }

  // Goals

  private static CommandResult upgrade(TestProject project, TestDatabase database, String target) {
    return new Upgrade(project.workspace(database)).run(new Upgrade.Request(target, false));
  }

  private static void downgrade(TestProject project, TestDatabase database, String target) {
    new Downgrade(project.workspace(database)).run(new Downgrade.Request(target, false));
  }

  private static CommandResult stamp(
      TestProject project,
      TestDatabase database,
      @Nullable String target,
      boolean purge,
      @Nullable String accept) {
    return new Stamp(project.workspace(database))
        .run(new Stamp.Request(target, false, purge, accept));
  }

  private static void assertRefused(ThrowingCallable goal, String... words) {
    assertThatThrownBy(goal).hasMessageContainingAll(words);
  }

  private static List<String> rows(TestDatabase database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
