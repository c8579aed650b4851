package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientOption;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corner cases in which validate, a run, a script and a database once disagreed. */
class CornerCasesTest {
  private static final String T0 =
      "- create_table: {name: t0, columns: [{name: id, type: integer, primary_key: true}]}\n";

  @TempDir Path folder;

  private TestProject project() {
    return new TestProject(folder);
  }

  private static void upgrade(TestProject project, TestDatabase database, String target) {
    new Upgrade(project.workspace(database)).run(new Upgrade.Request(target, false));
  }

  private static void downgrade(TestProject project, TestDatabase database, String target) {
    new Downgrade(project.workspace(database)).run(new Downgrade.Request(target, false));
  }

  private static void validate(TestProject project, String dialect) {
    new Validate(project.offline(dialect)).run(new Validate.Request());
  }

  /** The branch beside it is applied, and stays so. */
  @ParameterizedTest
  @ValueSource(strings = {"mysql", "h2"})
  void goingOnKeepsOtherBranches(String dialect) throws SQLException {
    TestProject project =
        project()
            .revision("base1", null, T0)
            .revision("b1", "base1", T0.replace("t0", "t1"))
            .revision("b2", "base1", T0.replace("t0", "t2") + "- execute: UPDATE nope SET x = 1\n")
            .file(
                "versions/m.yaml",
                "format: 1\nrevision: m\ndown_revision: [b1, b2]\nmessage: merge\nupgrade: []\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      assertThatThrownBy(() -> upgrade(project, database, "head")).hasMessageContaining("nope");
      assertThatThrownBy(() -> upgrade(project, database, "head")).hasMessageContaining("nope");
      project.revision("b2", "base1", T0.replace("t0", "t2"));
      upgrade(project, database, "head");
      new Drift(project.workspace(database)).run(new Drift.Request());
    }
  }

  /** Folders below and links to files are read; a link to a folder may lead anywhere, or back. */
  @Test
  void revisionsInFoldersAndBehindLinks() throws IOException {
    TestProject project = project().revision("r1", null, T0).revision("r3", "r2", "[]\n");
    Path versions = project.directory().resolve("versions");
    Path below = Files.createDirectories(versions.resolve("2026/old.yaml"));
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path file = elsewhere.resolve("r2.yaml");
    Files.writeString(file, "format: 1\nrevision: r2\ndown_revision: r1\nupgrade: []\n");
    Files.createSymbolicLink(below.resolve("r2.yml"), file);
    Files.createSymbolicLink(versions.resolve("linked"), elsewhere);
    Files.createSymbolicLink(below.resolve("back.yaml"), versions);
    Files.createSymbolicLink(versions.resolve("broken.yaml"), folder.resolve("nowhere.yaml"));
    assertThatCode(() -> validate(project, "postgresql")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void failureNamesTheStatementThatFailed(String dialect) {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                T0
                    + "- execute: UPDATE t0 SET nope = 7\n"
                    + T0.replace("t0", "t3")
                    + T0.replace("t0", "t4"));
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      assertThatThrownBy(() -> upgrade(project, database, "head"))
          .hasMessageContaining("failed at execute (schema/versions/a1.yaml:6:");
    }
  }

  @Test
  void sqliteRunsReturning() {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                T0
                    + "- execute: INSERT INTO t0 VALUES (1) RETURNING id\n"
                    + "- execute: UPDATE t0 SET id = 3 RETURNING id\n");
    try (TestDatabase database = TestDatabases.fresh("sqlite")) {
      assertThatCode(() -> upgrade(project, database, "head")).doesNotThrowAnyException();
    }
  }

  /** A column that came back stands last; the check of the next rebuild must not mind. */
  @Test
  void sqliteGoesUpAgainAfterADroppedColumnCameBack() {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                "- create_table: {name: t, columns: [{name: a, type: integer}, {name: b, type:"
                    + " integer}, {name: c, type: integer}]}\n")
            .revision(
                "b2",
                "a1",
                """
                - alter_column: {table: t, column: c, nullable: false}
                - drop_column: {table: t, column: b}
                """);
    try (TestDatabase database = TestDatabases.fresh("sqlite")) {
      upgrade(project, database, "head");
      downgrade(project, database, "-1");
      assertThatCode(() -> upgrade(project, database, "head")).doesNotThrowAnyException();
    }
  }

  /** NOT NULL behind the comment was dropped without a word. */
  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "h2"})
  void commentInAnExpressionSwallowsNothing(String dialect) throws SQLException {
    TestProject project =
        project()
            .revision("a1", null, T0)
            .revision(
                "b2",
                "a1",
                "- add_column: {table: t0, column: {name: a, type: integer, nullable: false,"
                    + " default: {sql: \"1 -- one\"}}}\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      try {
        upgrade(project, database, "head");
      } catch (DiagnosticException refused) {
        return; // Refused is as good.
      }
      assertThat(
              rows(
                  database,
                  "SELECT is_nullable FROM information_schema.columns WHERE LOWER(column_name) ="
                      + " 'a' AND LOWER(table_name) = 't0'"))
          .containsExactly("NO");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void addingAnIdentityKeyHasADerivedDowngrade(String dialect) {
    TestProject project =
        project()
            .revision(
                "a1", null, "- create_table: {name: t, columns: [{name: b, type: integer}]}\n")
            .revision(
                "b2",
                "a1",
                "- add_column: {table: t, column: {name: id, type: integer, primary_key: true,"
                    + " identity: true}}\n");
    assertThatCode(() -> validate(project, dialect)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void renameToAReservedWordIsFollowedInChecks(String dialect) {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                "- create_table: {name: t, columns: [{name: id, type: integer, primary_key: true},"
                    + " {name: qty, type: integer}], check_constraints: [{name: ck, sql: qty > 0}]}\n")
            .revision("b2", "a1", "- alter_column: {table: t, column: qty, new_name: order}\n")
            .revision("c3", "b2", "- drop_constraint: {table: t, name: ck}\n");
    requireValidMeansRuns(project, dialect, "-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void aFunctionIsNoColumn(String dialect) {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                "- create_table: {name: t, columns: [{name: length, type: integer}, {name: title,"
                    + " type: string(20)}], check_constraints: [{name: ck, sql: length(title) > 3}]}\n")
            .revision("b2", "a1", "- alter_column: {table: t, column: length, new_name: len}\n")
            .revision("c3", "b2", "- drop_constraint: {table: t, name: ck}\n");
    requireValidMeansRuns(project, dialect, "-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb"})
  void foreignKeyInAnotherOrderThanTheKey(String dialect) {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                """
                - create_table: {name: p, columns: [{name: a, type: integer}, {name: b, type: integer}], primary_key: [a, b]}
                - create_table:
                    name: c
                    columns: [{name: x, type: integer}, {name: y, type: integer}]
                    foreign_keys: [{name: fk, columns: [x, y], references: {table: p, columns: [b, a]}}]
                """);
    requireValidMeansRuns(project, dialect, "base");
  }

  @Test
  void h2ForeignKeyToAUniqueIndex() {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                """
                - create_table: {name: p, columns: [{name: a, type: integer, nullable: false}]}
                - create_index: {name: ux, table: p, columns: [a], unique: true}
                - create_table: {name: c, columns: [{name: x, type: integer, references: {table: p, columns: [a]}}]}
                """);
    requireValidMeansRuns(project, "h2", "base");
  }

  @Test
  void h2IndexThatAForeignKeyUses() {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                """
                - create_table: {name: p, columns: [{name: id, type: integer, primary_key: true}]}
                - create_table: {name: c, columns: [{name: x, type: integer}]}
                - create_index: {name: ix, table: c, columns: [x]}
                - create_foreign_key: {name: fk, table: c, columns: [x], references: {table: p}}
                """)
            .revision("b2", "a1", "- drop_index: {table: c, name: ix}\n");
    requireValidMeansRuns(project, "h2", "base");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "h2"})
  void constraintThatAForeignKeyWasBuiltOn(String dialect) {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                """
                - create_table: {name: p, columns: [{name: a, type: integer, nullable: false}], unique_constraints: [{name: uq1, columns: [a]}]}
                - create_table: {name: c, columns: [{name: x, type: integer, references: {table: p, columns: [a]}}]}
                - create_index: {name: ux2, table: p, columns: [a], unique: true}
                """)
            .revision("b2", "a1", "- drop_constraint: {table: p, name: uq1}\n");
    requireValidMeansRuns(project, dialect, "base");
  }

  @Test
  void mysqlTypeThatShrinksUnderAForeignKey() {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                """
                - create_table: {name: a, columns: [{name: id, type: string(20), primary_key: true}]}
                - create_table: {name: b, columns: [{name: a_id, type: string(20), references: {table: a}}]}
                """)
            .revision("b2", "a1", "- alter_column: {table: b, column: a_id, type: string(30)}\n");
    requireValidMeansRuns(project, "mysql", "base");
  }

  @Test
  void postgresqlEnumTypeNamedLikeATable() {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                "- create_table: {name: status, columns: [{name: s, type: {enum: {name: status,"
                    + " values: [a]}}}]}\n");
    requireValidMeansRuns(project, "postgresql", "base");
  }

  private static void requireValidMeansRuns(TestProject project, String dialect, String down) {
    try {
      validate(project, dialect);
    } catch (DiagnosticException refused) {
      return; // Refused is as good.
    }
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      assertThatCode(
              () -> {
                upgrade(project, database, "head");
                downgrade(project, database, down);
              })
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb", "h2"})
  void validateKnowsWhereARunCannotBeOneTransaction(String dialect) {
    TestProject project =
        project().file("schema.yaml", "format: 1\ntransactions: run\n").revision("a1", null, T0);
    assertThatThrownBy(() -> validate(project, dialect)).hasMessageContaining("transactions");
  }

  @Test
  void sqliteScriptOfARunWithARebuild() throws IOException {
    TestProject project =
        project()
            .file("schema.yaml", "format: 1\ntransactions: run\n")
            .revision(
                "a1", null, "- create_table: {name: t, columns: [{name: b, type: integer}]}\n")
            .revision("b2", "a1", "- alter_column: {table: t, column: b, nullable: false}\n");
    try (TestDatabase database = TestDatabases.fresh("sqlite")) {
      CommandResult script =
          new Upgrade(project.offline("sqlite")).run(new Upgrade.Request("head", true));
      Path file = Files.writeString(folder.resolve("up.sql"), String.valueOf(script.output()));
      ClientResult result = Client.run(database, file);
      assertThat(result.exitCode()).as(result.stdout() + result.stderr()).isZero();
    }
  }

  @Test
  void sqliteRunnersTakeTurnsInOneTransaction() throws Exception {
    TestProject project =
        project()
            .file("schema.yaml", "format: 1\ntransactions: run\n")
            .revision(
                "a1",
                null,
                T0
                    + "- execute: \"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c"
                    + " WHERE x < 3000000) SELECT MAX(x) FROM c\"\n");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (TestDatabase database = TestDatabases.fresh("sqlite")) {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        runs.add(threads.submit(() -> upgrade(project, database, "head")));
      }
      for (Future<?> run : runs) {
        assertThatCode(run::get).doesNotThrowAnyException();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Nothing but a transaction keeps other runners out of a SQLite file. */
  @Test
  void sqliteRefusesARevisionWithoutATransaction() {
    TestProject project =
        project()
            .file(
                "versions/a1.yaml",
                "format: 1\nrevision: a1\nmessage: x\ntransaction: false\nupgrade:\n  " + T0);
    assertThatThrownBy(() -> validate(project, "sqlite"))
        .hasMessageContaining("SQLite does not support `transaction: false`.");
  }

  @Test
  void postgresqlSaysThatTheDefaultSchemaIsMissing() {
    TestProject project =
        project()
            .lockTimeout(Duration.ofMillis(300))
            .file("schema.yaml", "format: 1\ndefault_schema: nosuch\n")
            .revision("a1", null, T0);
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      assertThatThrownBy(() -> upgrade(project, database, "head")).hasMessageContaining("nosuch");
    }
  }

  @Test
  void h2LocksItsRowInTheDefaultSchema() throws SQLException {
    TestProject project =
        project().file("schema.yaml", "format: 1\ndefault_schema: app\n").revision("a1", null, T0);
    try (TestDatabase database = TestDatabases.fresh("h2")) {
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE SCHEMA app");
      }
      upgrade(project, database, "head");
      assertThat(rows(database, "SELECT revision FROM app.schemachain_version"))
          .containsExactly("a1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb"})
  void onConnectMayEndInAComment(String dialect) throws IOException {
    TestProject project =
        project()
            .file("schema.yaml", "format: 1\non_connect: [\"SELECT 1 -- x\"]\n")
            .revision("a1", null, T0);
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      CommandResult script =
          new Upgrade(project.offline(dialect)).run(new Upgrade.Request("head", true));
      Path file = Files.writeString(folder.resolve("up.sql"), String.valueOf(script.output()));
      ClientResult result = Client.run(database, file);
      assertThat(result.exitCode()).as(result.stdout() + result.stderr()).isZero();
    }
  }

  /** One refusal brings another that is not true: the identity column has its key. */
  @Test
  void mysqlRefusesNoMoreThanIsWrong() {
    TestProject project =
        project()
            .revision(
                "a1", null, "- create_table: {name: t, columns: [{name: b, type: integer}]}\n")
            .file(
                "versions/b2.yaml",
                """
                format: 1
                revision: b2
                down_revision: a1
                message: x
                upgrade:
                  - add_column: {table: t, column: {name: id, type: integer, primary_key: true, identity: true}}
                  - create_index: {name: ixp, table: t, columns: [b], where: "b > 0"}
                downgrade: {irreversible: no}
                """);
    assertThatThrownBy(() -> validate(project, "mysql"))
        .hasMessageContaining("partial indexes")
        .message()
        .doesNotContain("not the first column of a key");
  }

  /** Longer than a million bytes, at which SQLite's driver stops when nobody tells it otherwise. */
  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void aTextOfTwoMillionCharacters(String dialect) throws SQLException, IOException {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                """
                - create_table: {name: t, columns: [{name: id, type: integer, primary_key: true}, {name: v, type: text}]}
                - bulk_insert:
                    table: t
                    rows:
                      - id: 1
                        v: "%s"
                """
                    .formatted("0123456789".repeat(200_000)));
    try (TestDatabase online = TestDatabases.fresh(dialect);
        TestDatabase scripted = TestDatabases.fresh(dialect)) {
      upgrade(project, online, "head");
      CommandResult script =
          new Upgrade(project.offline(dialect)).run(new Upgrade.Request("head", true));
      Path file = Files.writeString(folder.resolve("up.sql"), String.valueOf(script.output()));
      assertThat(Client.run(scripted, file).exitCode()).isZero();
      for (TestDatabase database : List.of(online, scripted)) {
        assertThat(rows(database, "SELECT LENGTH(v) FROM t")).containsExactly("2000000");
        assertThat(rows(database, "SELECT revision FROM schemachain_version"))
            .containsExactly("a1");
      }
    }
  }

  /** SET SESSION of a system variable sees no @@error_count on MariaDB; SET @x does. */
  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb"})
  void aClientThatGoesOnMarksNothingApplied(String dialect) throws SQLException, IOException {
    TestProject project =
        project()
            .revision(
                "a1", null, T0 + "- execute: UPDATE nope SET a = 1\n" + T0.replace("t0", "t1"));
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      CommandResult script =
          new Upgrade(project.offline(dialect)).run(new Upgrade.Request("head", true));
      Path file = Files.writeString(folder.resolve("up.sql"), String.valueOf(script.output()));
      Client.run(database, file, ClientOption.CONTINUE_ON_ERROR);
      assertThat(rows(database, "SELECT revision FROM schemachain_version")).isEmpty();
    }
  }

  /** The guard of a step lets through what the first guard refused. */
  @Test
  void aClientThatGoesOnStaysOffTheWrongServer() throws SQLException, IOException {
    TestProject project = project().revision("a1", null, T0);
    try (TestDatabase database = TestDatabases.fresh("mariadb")) {
      CommandResult script =
          new Upgrade(project.offline("mysql")).run(new Upgrade.Request("head", true));
      Path file = Files.writeString(folder.resolve("up.sql"), String.valueOf(script.output()));
      Client.run(database, file, ClientOption.CONTINUE_ON_ERROR);
      assertThat(rows(database, "SHOW TABLES LIKE 't0'")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb", "h2"})
  void aScriptStopsWhereARunIsNotSettled(String dialect) throws SQLException, IOException {
    TestProject project =
        project()
            .revision("a1", null, T0)
            .revision("b2", "a1", T0.replace("t0", "t1") + "- execute: UPDATE nope SET a = 1\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      assertThatThrownBy(() -> upgrade(project, database, "head")).hasMessageContaining("nope");
      CommandResult script =
          new Downgrade(project.offline(dialect)).run(new Downgrade.Request("a1:base", true));
      Path file = Files.writeString(folder.resolve("down.sql"), String.valueOf(script.output()));
      Client.run(database, file);
      assertThat(rows(database, "SELECT revision FROM schemachain_version")).containsExactly("a1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite", "h2"})
  void renameToAQuotedNameLeadsBack(String dialect) {
    TestProject project =
        project()
            .revision(
                "a1",
                null,
                "- create_table: {name: t, columns: [{name: y, type: integer}], check_constraints:"
                    + " [{name: ck, sql: y > 0}]}\n")
            .revision("b2", "a1", "- alter_column: {table: t, column: y, new_name: \"Y y\"}\n");
    assertThatCode(() -> validate(project, dialect)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb"})
  void aStatementThatWasCutOffMayBeDone(String dialect) throws Exception {
    TestProject project =
        project().revision("a1", null, T0).revision("b2", "a1", "- execute: DO SLEEP(20)\n");
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      Future<?> run = threads.submit(() -> upgrade(project, database, "head"));
      List<String> sessions = List.of();
      while (sessions.isEmpty() && !run.isDone()) {
        Thread.sleep(100);
        sessions =
            rows(
                database,
                "SELECT id FROM information_schema.processlist WHERE info = 'DO SLEEP(20)'");
      }
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("KILL " + sessions.get(0));
      }
      assertThatThrownBy(run::get).message().doesNotContain("Nothing of the revision was changed");
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> rows(TestDatabase database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(String.valueOf(result.getString(1)));
      }
    }
    return rows;
  }
}
