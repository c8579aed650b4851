package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is nowhere in what a goal says, shows, throws or keeps. */
final class SecretsTest {
  private static final String CANARY = "c4n4ry-Pa55";

  @TempDir Path folder;

  private TestProject project(String url) {
    return new TestProject(folder)
        .file(
            "schema.yaml",
            "format: 1\nenvironments:\n  dev: {url: \""
                + url
                + "\", username: sa, password: "
                + CANARY
                + "}\n")
        .revision("a", null, "- create_table: {name: t, columns: [{name: id, type: integer}]}")
        .revision("b", "a", "- execute: {sql: \"INSERT INTO nowhere VALUES (1)\", effects: []}")
        .environment(new Setting("dev", "the test"));
  }

  /** Every goal, those that look before and after something is there; the name is the class. */
  private Map<String, Function<Workspace, CommandResult>> goals() {
    Map<String, Function<Workspace, CommandResult>> goals = new LinkedHashMap<>();
    goals.put("Init", w -> new Init(w).run(new Init.Request()));
    goals.put("Upgrade a", w -> new Upgrade(w).run(new Upgrade.Request("a", false)));
    goals.put("PlanScript", w -> new PlanScript(w).run(new PlanScript.Request("head", false)));
    goals.put("Upgrade b", w -> new Upgrade(w).run(new Upgrade.Request("b", false)));
    goals.put("Upgrade sql", w -> new Upgrade(w).run(new Upgrade.Request("base:head", true)));
    for (OutputFormat format : OutputFormat.values()) {
      goals.put(
          "History " + format, w -> new History(w).run(new History.Request(null, true, format)));
      goals.put(
          "Current " + format, w -> new Current(w).run(new Current.Request(true, false, format)));
      goals.put("Heads " + format, w -> new Heads(w).run(new Heads.Request(true, format)));
      goals.put("Branches " + format, w -> new Branches(w).run(new Branches.Request(true, format)));
      goals.put("Show " + format, w -> new Show(w).run(new Show.Request("current", format)));
    }
    goals.put("Validate", w -> new Validate(w).run(new Validate.Request()));
    for (LintFormat format : LintFormat.values()) {
      goals.put(
          "Lint " + format, w -> new Lint(w).run(new Lint.Request(format, null, null, false)));
    }
    for (ReviewFormat format : ReviewFormat.values()) {
      goals.put("Review " + format, w -> new Review(w).run(new Review.Request(format, null, null)));
    }
    goals.put("Stats", w -> new Stats(w).run(new Stats.Request()));
    goals.put("Drift", w -> new Drift(w).run(new Drift.Request()));
    for (Against against : Against.values()) {
      goals.put("Check " + against, w -> new Check(w).run(new Check.Request(against)));
      goals.put(
          "NewRevision " + against, w -> new NewRevision(w).run(revision("n" + against, against)));
    }
    goals.put("NewRevision", w -> new NewRevision(w).run(revision("n", null)));
    goals.put("Merge", w -> new Merge(w).run(new Merge.Request(null, "m", null, List.of(), null)));
    goals.put("Baseline", w -> new Baseline(w).run(new Baseline.Request("base", null)));
    goals.put("Stamp", w -> new Stamp(w).run(Stamp.Request.to("a")));
    for (Resolve.Action action : Resolve.Action.values()) {
      goals.put("Resolve " + action, w -> new Resolve(w).run(new Resolve.Request(action)));
    }
    goals.put(
        "PackageFolder",
        w -> new PackageFolder(w).run(new PackageFolder.Request(folder.resolve("classes"))));
    goals.put("Downgrade", w -> new Downgrade(w).run(new Downgrade.Request("base", false)));
    goals.put("TestChain", w -> new TestChain(w).run(new TestChain.Request()));
    return goals;
  }

  private static NewRevision.Request revision(String id, @Nullable Against against) {
    return new NewRevision.Request(
        "m", id, "head", false, List.of(), List.of(), null, against, null, null);
  }

  /** A goal that is new is here as well. */
  @Test
  void every_goal_is_among_them() throws IOException, URISyntaxException {
    Path commands =
        Path.of(Upgrade.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("io/schemachain/command");
    try (Stream<Path> files = Files.list(commands)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> file.endsWith("$Request.class"))
                  .map(file -> file.replace("$Request.class", "")))
          .isNotEmpty()
          .allSatisfy(
              goal ->
                  assertThat(goals().keySet())
                      .anyMatch(name -> (name + " ").startsWith(goal + " ")));
    }
  }

  /** All that a goal gives, and the trace that -X would show. */
  private static String said(TestProject project, Function<Workspace, CommandResult> goal) {
    StringWriter all = new StringWriter();
    try {
      CommandResult result = goal.apply(project.workspace());
      all.append(String.valueOf(result.output())).append(String.valueOf(result.messages()));
      all.append(Json.document(result.report()));
    } catch (SchemaException e) {
      e.printStackTrace(new PrintWriter(all, true));
    }
    return all.append(String.valueOf(project.log)).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost:1/db?user=ada&password=" + CANARY,
        "jdbc:postgresql://localhost:nonsense/db?password=" + CANARY,
        "jdbc:mysql://ada:" + CANARY + "@localhost:1/db",
        "jdbc:mysql://ada:" + CANARY + "@localhost:1:2/db?nonsense",
        "jdbc:mysql://(host=localhost,port=1,user=ada,password=" + CANARY + ")/db",
        "jdbc:mariadb://localhost:1/db?user=ada&password=" + CANARY,
        "jdbc:mariadb:nonsense://localhost:1/db?password=" + CANARY,
        "jdbc:h2:file:/nowhere/at/all;PASSWORD=" + CANARY,
        "jdbc:h2:mem:x;NONSENSE=1;PASSWORD=" + CANARY,
        "jdbc:h2:tcp://localhost:1/x;PASSWORD=" + CANARY,
        "jdbc:sqlite:/nowhere/at/all.db?password=" + CANARY,
        "jdbc:nonsense:thin:ada/" + CANARY + "@host;password=" + CANARY
      })
  void a_goal_that_cannot_connect(String url) {
    goals()
        .forEach(
            (name, goal) -> assertThat(said(project(url), goal)).as(name).doesNotContain(CANARY));
  }

  /** Where the password may stand. */
  private enum Place {
    URL,
    PROPERTY,
    SETTINGS
  }

  @ParameterizedTest
  @EnumSource
  void goals_that_do_and_what_they_keep(Place place) throws SQLException, IOException {
    try (TestDatabase database = TestDatabases.freshH2File()) {
      String url = database.url();
      try (Connection connection =
          DriverManager.getConnection(url, database.username(), database.password())) {
        new HostileCatalog(database, connection)
            .execute("CREATE USER IF NOT EXISTS ada PASSWORD '" + CANARY + "' ADMIN");
      }
      TestProject project = project(url);
      switch (place) {
        case URL -> {
          project.file("schema.yaml", "format: 1\nenvironments: {dev: {}}\n");
          project.url(new Setting(url + ";USER=ada;PASSWORD=" + CANARY, "-Dschema.url"));
        }
        case PROPERTY -> {
          project.file("schema.yaml", "format: 1\nenvironments: {dev: {}}\n");
          project.url(new Setting(url, "-Dschema.url"));
          project.login("ada", CANARY);
        }
        case SETTINGS ->
            project.file(
                "schema.yaml",
                "format: 1\nenvironments:\n  dev: {url: \""
                    + url
                    + "\", username: ada, password: "
                    + CANARY
                    + "}\n");
      }
      Map<String, String> outcomes = new LinkedHashMap<>();
      goals()
          .forEach(
              (name, goal) -> {
                String said = said(project, goal);
                assertThat(said).as(name).doesNotContain(CANARY);
                outcomes.put(name, said);
              });
      assertThat(outcomes.get("PackageFolder"))
          .contains(
              place == Place.SETTINGS
                  ? "The environment dev has a password, which would be in the package."
                  : "files are in");
      assertThat(outcomes.get("Upgrade a")).contains("The database is at a");
      assertThat(outcomes.get("Upgrade b")).contains("nowhere");
      try (Connection connection = DriverManager.getConnection(url, "ada", CANARY)) {
        assertThat(rows(connection, "schemachain_version")).doesNotContain(CANARY);
        assertThat(rows(connection, "schemachain_journal")).isNotEmpty().doesNotContain(CANARY);
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (place != Place.SETTINGS || !file.equals(project.directory().resolve("schema.yaml"))) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .as(file.toString())
                .doesNotContain(CANARY);
          }
        }
      }
    }
  }

  private static String rows(Connection connection, String table) throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          all.append(rows.getString(i)).append(' ');
        }
      }
    }
    return all.toString();
  }
}
