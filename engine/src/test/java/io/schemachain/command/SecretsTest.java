package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

  private static Map<String, Function<Workspace, CommandResult>> goals() {
    Map<String, Function<Workspace, CommandResult>> goals = new LinkedHashMap<>();
    goals.put("upgrade a", w -> new Upgrade(w).run(new Upgrade.Request("a", false)));
    goals.put("upgrade b", w -> new Upgrade(w).run(new Upgrade.Request("b", false)));
    goals.put("script", w -> new Upgrade(w).run(new Upgrade.Request("base:head", true)));
    goals.put(
        "current", w -> new Current(w).run(new Current.Request(true, false, OutputFormat.TEXT)));
    goals.put(
        "current json",
        w -> new Current(w).run(new Current.Request(true, false, OutputFormat.JSON)));
    goals.put("validate", w -> new Validate(w).run(new Validate.Request()));
    goals.put("drift", w -> new Drift(w).run(new Drift.Request()));
    goals.put("downgrade", w -> new Downgrade(w).run(new Downgrade.Request("base", false)));
    return goals;
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

  @Test
  void goals_that_do_and_what_they_keep() throws SQLException {
    try (TestDatabase database = TestDatabases.freshH2File()) {
      String url = database.url();
      try (Connection connection =
          DriverManager.getConnection(url, database.username(), database.password())) {
        new HostileCatalog(database, connection)
            .execute("CREATE USER IF NOT EXISTS ada PASSWORD '" + CANARY + "' ADMIN");
      }
      TestProject project =
          project(url)
              .file(
                  "schema.yaml",
                  "format: 1\nenvironments:\n  dev: {url: \""
                      + url
                      + "\", username: ada, password: "
                      + CANARY
                      + "}\n");
      goals()
          .forEach((name, goal) -> assertThat(said(project, goal)).as(name).doesNotContain(CANARY));
      try (Connection connection = DriverManager.getConnection(url, "ada", CANARY)) {
        // What was applied is gone again, and the journal has it all.
        assertThat(rows(connection, "schemachain_version")).doesNotContain(CANARY);
        assertThat(rows(connection, "schemachain_journal")).isNotEmpty().doesNotContain(CANARY);
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
