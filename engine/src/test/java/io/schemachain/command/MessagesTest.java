package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.schemachain.apply.ConnectionFailedException;
import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientResult;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said, where it points, and what it says to type next. */
class MessagesTest {
  private static final String T0 =
      "- create_table: {name: t0, columns: [{name: id, type: integer, primary_key: true}]}\n";
  private static final String ENVIRONMENTS =
      """
      format: 1
      environments:
        prod: {url: "${env.PROD_URL}", protected: true}
        dev: {url: "jdbc:h2:mem:dev"}
        bare: {username: sa}
      """;

  @TempDir Path folder;

  private TestProject project() {
    return new TestProject(folder);
  }

  private static TestProject chain(TestProject project) {
    return project
        .revision("a1", null, T0)
        .revision("b2", "a1", T0.replace("t0", "t1"))
        .revision("c3", "b2", T0.replace("t0", "t2"));
  }

  // Which database

  @Test
  void withoutADatabaseTheEnvironmentsAreListed() {
    TestProject project = chain(project()).file("schema.yaml", ENVIRONMENTS);
    assertThatThrownBy(() -> upgrade(project.workspace()))
        .hasMessage(
            "There is no database to connect to. Choose an environment of schema.yaml:"
                + " -Dschema.environment=prod (or dev). Or give -Dschema.url or SCHEMA_URL.");
    assertThatThrownBy(() -> upgrade(chain(new TestProject(folder.resolve("bare"))).workspace()))
        .hasMessage(
            "There is no database to connect to: give -Dschema.url or SCHEMA_URL, or write it under"
                + " `environments` in schema.yaml.");
  }

  @Test
  void anEnvironmentWithoutAUrlIsNamed() {
    TestProject project =
        chain(project())
            .file("schema.yaml", ENVIRONMENTS)
            .environment(new Setting("bare", "-Dschema.environment"));
    assertThatThrownBy(() -> upgrade(project.workspace()))
        .hasMessage(
            "There is no database to connect to: the environment bare of schema.yaml has no url."
                + " Write it there, or give -Dschema.url or SCHEMA_URL.");
  }

  @Test
  void anEnvironmentThatDoesNotExistNamesTheOthers() {
    Setting other = new Setting("staging", "-Dschema.environment");
    TestProject project = chain(project()).environment(other);
    assertThatThrownBy(() -> upgrade(project.workspace()))
        .hasMessage("There is no environment staging in schema.yaml. There is none at all.");
    assertThatThrownBy(() -> upgrade(project.file("schema.yaml", ENVIRONMENTS).workspace()))
        .hasMessage("There is no environment staging in schema.yaml. There is prod, dev, bare.");
  }

  @ParameterizedTest
  @CsvSource({
    "h2:./dev, Did you mean jdbc:h2:?",
    "jdbc:postgres://localhost/x, Did you mean jdbc:postgresql:?",
    "jdbc:mssql://localhost, Did you mean jdbc:sqlserver:?",
    "jdbc:db2://localhost/x, 'They start with jdbc:postgresql:, jdbc:mysql:'",
    "localhost, 'They start with jdbc:postgresql:, jdbc:mysql:'",
  })
  void anUnknownUrlIsToldHowItBegins(String url, String expected) {
    TestProject project = chain(project()).url(new Setting(url, "-Dschema.url"));
    assertThatThrownBy(() -> upgrade(project.workspace()))
        .hasMessageStartingWith("No supported database has URLs like " + url + ".\n\n" + expected);
  }

  @Test
  void aDatabaseThatDoesNotAnswerEndsInTheGoalThatWasCalled() {
    assertThat(
            NextStep.after(
                new ConnectionFailedException("Cannot connect", null),
                "upgrade",
                (goal, options) -> "mvn schema:" + goal))
        .isEqualTo(
            "When the database is there, and the settings are right, run: mvn schema:upgrade");
  }

  @Test
  void aVariableThatIsNotSetEndsInTheGoalThatWasCalled() {
    TestProject project =
        chain(project())
            .file("schema.yaml", ENVIRONMENTS)
            .environment(new Setting("prod", "-Dschema.environment"));
    SchemaException unset =
        catchThrowableOfType(SchemaException.class, () -> upgrade(project.workspace()));
    assertThat(unset)
        .isInstanceOf(DiagnosticException.class)
        .hasMessageStartingWith(
            "schema/schema.yaml:3:3: error: The environment variable PROD_URL is not set.");
    assertThat(NextStep.after(unset, "upgrade", (goal, options) -> "mvn schema:" + goal))
        .isEqualTo("Then run: mvn schema:upgrade");
    SchemaException mistake =
        catchThrowableOfType(
            SchemaException.class,
            () -> project.file("versions/d4.yaml", "format: 1\n").workspace().chain());
    assertThat(NextStep.after(mistake, "upgrade", (goal, options) -> "mvn schema:" + goal))
        .isEqualTo("Correct it, then run: mvn schema:validate");
    // The mistake may be in the model, at which validate does not look.
    assertThat(NextStep.after(mistake, "check", (goal, options) -> "mvn schema:" + goal))
        .isEqualTo("Correct it, then run: mvn schema:check");
  }

  /** The order of sources is as documented; only that both cannot be meant. */
  @ParameterizedTest
  @CsvSource({
    "-Dschema.environment, SCHEMA_URL, true",
    "-Dschema.environment, the POM, true",
    "-Dschema.environment, -Dschema.url, false",
    "SCHEMA_ENVIRONMENT, SCHEMA_URL, false",
    "the POM, SCHEMA_URL, false",
  })
  void anEnvironmentThatIsChosenAndNotUsedIsWarnedOf(
      String environmentFrom, String urlFrom, boolean warned) {
    String used = "jdbc:h2:mem:other;PASSWORD=secret";
    TestProject project =
        chain(project())
            .file("schema.yaml", ENVIRONMENTS)
            .environment(new Setting("dev", environmentFrom))
            .url(new Setting(used, urlFrom));
    Workspace workspace = project.workspace();
    assertThat(workspace.url()).contains(new Setting(used, urlFrom));
    assertThat(workspace.url()).isPresent();
    String warning =
        "warning: The environment dev was chosen by -Dschema.environment, and "
            + urlFrom
            + " gives another database: jdbc:h2:mem:other;PASSWORD=*** is used, not jdbc:h2:mem:dev."
            + " To use that of the environment, give none in "
            + urlFrom
            + ".";
    assertThat(project.log).isEqualTo(warned ? List.of(warning) : List.of());
  }

  @Test
  void theSameDatabaseTwiceIsNoContradiction() {
    TestProject project =
        chain(project())
            .file("schema.yaml", ENVIRONMENTS)
            .environment(new Setting("dev", "-Dschema.environment"))
            .url(new Setting("jdbc:h2:mem:dev", "SCHEMA_URL"));
    assertThat(project.workspace().url()).isPresent();
    assertThat(project.log).isEmpty();
  }

  // Ranges and scripts

  @Test
  void aRangeTheWrongWayRoundIsTurned() {
    TestProject project = chain(project());
    assertThatThrownBy(() -> history(project, "head:base"))
        .isInstanceOf(CommandException.class)
        .hasMessage(
            "The range head:base is the wrong way round: the older revision stands first."
                + "\n\nType: mvn schema:history -Dschema.range=base:c3");
    assertThatThrownBy(() -> history(project, "c3:a1")).hasMessageContaining("range=a1:c3");
    assertThat(history(project, "a1:a1").output()).startsWith("a1");
    assertThat(history(project, "base:head").output()).contains("a1", "b2", "c3");
    assertThat(history(project, "base:base").messages())
        .containsExactly("There are no revisions in the range base:base.");
    assertThat(history(new TestProject(folder.resolve("empty")).file("versions/x", ""), null))
        .extracting(CommandResult::messages)
        .isEqualTo(List.of("There are no revisions."));
  }

  @Test
  void aRangeWithoutAWayIsSaidToHaveNone() {
    TestProject project = chain(project()).revision("b3", "a1", T0.replace("t0", "t3"));
    assertThat(history(project, "b2:b3").messages())
        .containsExactly("There are no revisions in the range b2:b3.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void planOfNothingHasNoStatement(String dialect) throws IOException {
    TestProject project = chain(project());
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
      CommandResult plan =
          new PlanScript(project.workspace(database)).run(new PlanScript.Request("head", false));
      assertThat(plan.status()).isEqualTo(Status.OK);
      assertThat(plan.messages()).containsExactly("upgrade from c3 to c3: nothing to do.");
      String script = String.valueOf(plan.output());
      assertThat(script.lines()).hasSize(3).allMatch(line -> line.startsWith("-- "));
      assertThat(script)
          .contains("\n-- From c3 to c3: nothing to do, and no statement in this script.\n")
          .endsWith("-- End of the script: the database is at c3.");
      Path file = Files.writeString(folder.resolve("nothing.sql"), script);
      ClientResult result = Client.run(database, file);
      assertThat(result.exitCode()).as(result.stdout() + result.stderr()).isZero();
    }
  }

  /** Whoever runs the script elsewhere must not see whose machine it was made on. */
  @Test
  void aFolderOutsideIsNamedWithoutItsPlace() throws IOException {
    TestProject project =
        chain(project()).seenFrom(Files.createDirectories(folder.resolve("elsewhere")));
    String script =
        String.valueOf(
            new Upgrade(project.offline("h2")).run(new Upgrade.Request("head", true)).output());
    assertThat(script).contains("(schema/versions/a1.yaml:5:5)").doesNotContain(folder.toString());
    project.file("versions/d4.yaml", "format: 1\n");
    assertThat(problems(project, "h2"))
        .anyMatch(p -> p.startsWith("schema/versions/d4.yaml:1:1: "));
  }

  // All mistakes in one run

  /** b2 cannot be read, c3 and d4 build on it; x9 stands on a1. c3 is right, for all we know. */
  @Test
  void whatDoesNotBuildOnABrokenFileIsCheckedAllTheSame() {
    TestProject project =
        project()
            .revision("a1", null, T0)
            .file("versions/b2.yaml", "format: 1\nrevision: b2\ndown_revision: [a1\nupgrade: []\n")
            .revision("c3", "b2", "- drop_table: {name: t1}\n")
            .revision("d4", "c3", "- drop_table: {name: t1, nme: t1}\n")
            .revision("x9", "a1", "- drop_table: {name: t7}\n");
    assertThat(problems(project, "h2"))
        .satisfiesExactly(
            p -> assertThat(p).startsWith("schema/versions/b2.yaml:4:8: "),
            p -> assertThat(p).startsWith("schema/versions/d4.yaml:6:28: Unknown key 'nme'"),
            p -> assertThat(p).startsWith("schema/versions/x9.yaml:6:5: "),
            p ->
                assertThat(p)
                    .isEqualTo("Not checked, because of mistakes in what they build on: c3."));
  }

  @Test
  void aFileThatCanBeReadInPartShowsAllItsOwnMistakes() {
    TestProject project =
        chain(project())
            .file(
                "versions/b2.yaml",
                """
                format: 1
                revision: b2
                down_revision: a1
                mesage: x
                upgrade: [drop_table: {nme: t0}]
                """);
    assertThat(problems(project, "h2"))
        .satisfiesExactly(
            p -> assertThat(p).startsWith("schema/versions/b2.yaml:4:1: Unknown key 'mesage'"),
            p -> assertThat(p).startsWith("schema/versions/b2.yaml:5:23: drop_table needs 'name'"),
            p -> assertThat(p).startsWith("schema/versions/b2.yaml:5:24: Unknown key 'nme'"),
            p ->
                assertThat(p)
                    .startsWith("Not checked, because of mistakes in what they build on: c3."));
  }

  @Test
  void aMistakeOfOperationsLeavesTheOthersToBeReplayed() {
    TestProject project =
        chain(project())
            .revision("b2", "a1", "- add_column: {table: t0, column: {name: x}}\n")
            .revision("x9", "a1", "- drop_table: {name: t7}\n");
    assertThat(problems(project, "h2"))
        .anyMatch(p -> p.startsWith("schema/versions/b2.yaml:6:"))
        .anyMatch(p -> p.equals("schema/versions/x9.yaml:6:5: There is no table t7."))
        .anyMatch(p -> p.startsWith("Not checked, because of mistakes in what they build on: c3."))
        .noneMatch(p -> p.startsWith("schema/versions/c3.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a9", "[a1, a9]", "[a1,\n  a9]"})
  void aParentThatDoesNotExistIsMarkedWhereItStands(String parents) {
    TestProject project =
        chain(project())
            .file(
                "versions/b2.yaml",
                "format: 1\nrevision: b2\nmessage: x\ndown_revision: "
                    + parents
                    + "\nupgrade: []\n");
    String line = parents.contains("\n") ? "5:3" : parents.equals("a9") ? "4:16" : "4:21";
    assertThat(problems(project, "h2"))
        .containsExactly(
            "schema/versions/b2.yaml:"
                + line
                + ": The revision b2 builds on a9, which does not exist.",
            "Not checked, because of mistakes in what they build on: c3.");
  }

  @Test
  void aDependencyThatDoesNotExistIsMarkedWhereItStands() {
    TestProject project =
        chain(project())
            .file(
                "versions/d4.yaml",
                "format: 1\nrevision: d4\ndown_revision: c3\ndepends_on: [zz]\nupgrade: []\n");
    assertThat(problems(project, "h2"))
        .containsExactly(
            "schema/versions/d4.yaml:4:14: The revision d4 depends on zz, which does not exist.");
  }

  @Test
  void aLabelThatExistsAlreadyIsMarkedWhereItStands() {
    TestProject project =
        chain(project())
            .file(
                "versions/d4.yaml",
                """
                format: 1
                revision: d4
                down_revision: c3
                branch_labels: [billing, C3]
                upgrade: []
                """)
            .file(
                "versions/e5.yaml",
                """
                format: 1
                revision: e5
                down_revision: d4
                branch_labels:
                  - Billing
                upgrade: []
                """);
    assertThat(problems(project, "h2"))
        .containsExactly(
            "schema/versions/d4.yaml:4:26: The branch label C3 of d4 is the id of a revision, in"
                + " schema/versions/c3.yaml:2:11.",
            "schema/versions/e5.yaml:5:5: The branch label Billing of e5 exists already, in"
                + " schema/versions/d4.yaml:4:17.");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql, 63, true",
    "mysql, 64, false",
    "mariadb, 64, false",
    "h2, 256, false",
    "oracle, 128, true",
    "sqlserver, 128, false"
  })
  void aNameIsAsLongAsTheDatabaseTakesIt(String dialect, int limit, boolean bytes) {
    String table = "- create_table: {name: %s, columns: [{name: id, type: integer}]}";
    TestProject longest = project().revision("a1", null, table.formatted("x".repeat(limit)));
    assertThat(validate(longest, dialect)).isEmpty();
    String umlauts = "ä".repeat(limit);
    TestProject wide = project().revision("a1", null, table.formatted(umlauts));
    assertThat(validate(wide, dialect)).hasSize(bytes ? 1 : 0);
    TestProject longer = project().revision("a1", null, table.formatted("x".repeat(limit + 1)));
    assertThat(validate(longer, dialect))
        .singleElement()
        .asString()
        .startsWith("schema/versions/a1.yaml:5:5: ");
  }

  @Test
  void aNamingConventionThatBeginsNowhereIsMarkedWhereItStands() {
    TestProject project =
        chain(project())
            .file(
                "schema.yaml",
                "format: 1\nnaming_convention:\n  - {}\n  - {from: c4, pk: \"{table}_pk\"}\n");
    assertThat(problems(project, "h2"))
        .containsExactly(
            "schema/schema.yaml:4:12: The naming convention begins with the revision c4, which does"
                + " not exist.");
  }

  @Test
  void aNamingConventionHoldsFromItsRevisionOn() {
    String table =
        "- create_table: {name: %s, columns: [{name: id, type: integer, primary_key: true}]}";
    TestProject project =
        project()
            .file(
                "schema.yaml",
                "format: 1\nnaming_convention:\n  - {pk: \"pk_{table}\"}\n  - {from: b2, pk:"
                    + " \"{table}_pk\"}\n")
            .revision("a1", null, table.formatted("one"))
            .revision("b2", "a1", table.formatted("two"))
            .revision("c3", "b2", table.formatted("three"))
            .revision("d4", "a1", table.formatted("four"));
    String script =
        new Upgrade(project.offline("h2")).run(new Upgrade.Request("base:heads", true)).output();
    assertThat(script)
        .contains("CONSTRAINT pk_one ", "CONSTRAINT two_pk ", "CONSTRAINT three_pk ")
        .contains("CONSTRAINT pk_four ");
  }

  /** Git keeps no empty folder. */
  @Test
  void aFolderThatDoesNotExistIsWarnedOf() {
    TestProject project =
        chain(project()).file("schema.yaml", "format: 1\nversions: [versions, billing]\n");
    String warning =
        "The folder schema/billing does not exist, so no revision is read from it. Create it with"
            + " its first revision, or correct `versions`.";
    assertThat(
            new Heads(project.offline("h2"))
                .run(new Heads.Request(false, OutputFormat.TEXT))
                .output())
        .contains("c3");
    assertThat(project.log).containsExactly("warning: " + warning);
    assertThat(new Validate(project.offline("h2")).run(new Validate.Request()).messages())
        .anyMatch(
            message ->
                message.startsWith("schema/schema.yaml: warning: The folder schema/billing"));
  }

  @Test
  void aCircleIsMarkedWhereItCloses() {
    TestProject project = chain(project()).revision("a1", "c3", T0);
    assertThat(problems(project, "h2"))
        .containsExactly(
            """
            schema/versions/a1.yaml:3:16: These revisions build on each other in a circle:
              a1 builds on c3  in schema/versions/a1.yaml:2:11
              c3 builds on b2  in schema/versions/c3.yaml:2:11
              b2 builds on a1  in schema/versions/b2.yaml:2:11""");
  }

  @Test
  void withoutADialectTheSameIsSaid() {
    TestProject project =
        chain(project())
            .file("versions/b2.yaml", "format: 1\nrevision: b2\ndown_revision: a1\nupgrade: 7\n")
            .revision("x9", "a1", "- drop_table: {name: t7}\n");
    assertThat(problems(project, null))
        .anyMatch(p -> p.startsWith("schema/versions/b2.yaml:4:10: 'upgrade' of a revision"))
        .anyMatch(p -> p.equals("schema/versions/x9.yaml:6:5: There is no table t7."))
        .anyMatch(p -> p.equals("Not checked, because of mistakes in what they build on: c3."));
  }

  @Test
  void mistakesOfTheSettingsComeFirst() {
    TestProject project =
        chain(project())
            .file("schema.yaml", "format: 1\nnaming: x\n")
            .revision("x9", "a1", "- drop_table: {name: t7}\n");
    assertThat(problems(project, "h2"))
        .satisfiesExactly(
            p -> assertThat(p).startsWith("schema/schema.yaml:2:1: Unknown key 'naming'"),
            p ->
                assertThat(p)
                    .isEqualTo("The operations were not checked, for the settings have mistakes."));
  }

  private static CommandResult upgrade(Workspace workspace) {
    return new Upgrade(workspace).run(new Upgrade.Request("head", false));
  }

  private static CommandResult history(TestProject project, @Nullable String range) {
    return new History(project.workspace())
        .run(new History.Request(range, false, OutputFormat.TEXT));
  }

  /** What validate says: {@code file:line:column: message}. */
  /** What is wrong, if anything is. */
  private static List<String> validate(TestProject project, String dialect) {
    try {
      new Validate(project.offline(dialect)).run(new Validate.Request());
      return List.of();
    } catch (DiagnosticException e) {
      return e.diagnostics().stream().map(MessagesTest::line).toList();
    }
  }

  private static List<String> problems(TestProject project, @Nullable String dialect) {
    Workspace workspace = dialect == null ? project.workspace() : project.offline(dialect);
    DiagnosticException e =
        catchThrowableOfType(
            DiagnosticException.class, () -> new Validate(workspace).run(new Validate.Request()));
    return e.diagnostics().stream().map(MessagesTest::line).toList();
  }

  private static String line(Diagnostic diagnostic) {
    return (diagnostic.location() == null ? "" : diagnostic.location() + ": ")
        + diagnostic.message();
  }
}
