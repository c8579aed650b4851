package io.schemachain.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.testdb.Client;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the clients of the databases take for their own in a script: the real clients read it. */
class ClientTrapsTest {
  /** Each alone, and each in a line of its own. */
  private static final List<String> TRAPS =
      List.of(
          "\\",
          "\\g",
          "\\q",
          "\\! false",
          "\\set x y",
          "C:\\new\\",
          "\\'",
          "&var",
          "&&var",
          ":var",
          ":'USER'",
          ":USER",
          ":setvar a b",
          ":r file",
          "$(var)",
          "$$",
          "$schemachain$",
          "${",
          "%s",
          "%USER%",
          "?",
          "?1",
          "GO",
          "go 5",
          "/",
          ".",
          ".quit",
          ".read x",
          "#",
          "# comment",
          "-- comment",
          "/* comment",
          "*/",
          "/*!50000 x */",
          "delimiter //",
          "DELIMITER ;",
          "source x",
          "exit",
          "quit",
          "!!ls",
          "@x",
          "@@x",
          ";",
          "; DROP TABLE notes;",
          "'",
          "\"",
          "`",
          "[",
          "a-",
          "a\tb",
          "  a  ",
          "é 😀");

  @TempDir Path folder;

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t").replace("\n", "\\n")
        + "\"";
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(TRAPS);
    for (String trap : TRAPS) {
      texts.add("a\n" + trap + "\nb");
    }
    return texts;
  }

  private TestProject project(String dialect) {
    StringBuilder rows = new StringBuilder();
    List<String> texts = texts();
    for (int i = 0; i < texts.size(); i++) {
      rows.append("    - {id: ").append(i).append(", note: ").append(quoted(texts.get(i)));
      rows.append("}\n");
    }
    TestProject project = new TestProject(folder.resolve(dialect));
    project.file("schema.yaml", "format: 1\non_connect: [\"SELECT 1 -- ' /* \\\\q\"]\n");
    project.file(
        "versions/a.yaml",
        "format: 1\nrevision: a\nmessage: "
            + quoted("x */ ; :setvar a b &v $(v) \\! false -- ' \" ` $$ \\g %s {{ ${ .quit é")
            + "\nupgrade:\n  - create_table:\n      name: notes\n      columns: [{name: id, type:"
            + " integer, primary_key: true}, {name: note, type: text}]\n  - bulk_insert:\n     "
            + " table: notes\n      rows:\n"
            + rows.toString().indent(2));
    StringBuilder raw = new StringBuilder();
    raw.append("-- \\q ; delimiter // ' \n/* \\q ; ' \" . \n.quit\n/\ngo\n*/\n");
    raw.append("INSERT INTO notes (id, note) -- it's ; \\g\n VALUES\n(1001,\n'a;\n\\\\\n/\ngo\n");
    raw.append(".quit\nb' -- ;\n/* GO\ngo\n*/ );\n\n");
    raw.append("INSERT INTO notes (id, note)\n\nSELECT 1002 AS id, note FROM notes\tWHERE id = 3");
    project.file("sql/raw.sql", raw.toString());
    project.file(
        "versions/b.yaml",
        "format: 1\nrevision: b\ndown_revision: a\nmessage: raw\nupgrade:\n  - execute: {file:"
            + " sql/raw.sql}\n");
    return project;
  }

  private static List<String> notes(TestDatabase database) throws SQLException {
    List<String> notes = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, note FROM notes ORDER BY id")) {
      while (rows.next()) {
        notes.add(rows.getInt(1) + " " + rows.getString(2));
      }
    }
    return notes;
  }

  /** No sqlcmd runs here: its rules are that it reads lines, and knows no quotes. */
  @Test
  void sqlcmdSeesNoCommandAndNoVariable() {
    String script =
        requireNonNull(
            new Upgrade(project("sqlserver").offline("sqlserver"))
                .run(new Upgrade.Request("base:head", true))
                .output());
    assertThat(script).doesNotContain("$(");
    List<String> commands =
        requireNonNull(script)
            .lines()
            .filter(line -> line.matches("(?i)\\s*(:|!!|exit|quit|reset|ed\\b).*"))
            .toList();
    assertThat(commands).containsExactly(":on error exit");
    List<String> batches = List.of(script.split("(?im)^[ \t]*GO[ \t]*(?:\\d+[ \t]*)?$"));
    assertThat(batches).hasSizeGreaterThan(10);
    Dialect dialect = Dialects.find("sqlserver").orElseThrow();
    // A literal or a comment that is cut does not end.
    for (String batch : batches) {
      dialect.split(batch.replace(":on error exit", ""));
    }
  }

  /** No SQL*Plus runs here; a statement itself is read by rules in SqlplusTextTest. */
  @Test
  void sqlplusSeesNoCommand() {
    String script =
        requireNonNull(
            new Upgrade(project("oracle").offline("oracle"))
                .run(new Upgrade.Request("base:head", true))
                .output());
    assertThat(script).contains("SET DEFINE OFF\n", "SET SQLBLANKLINES ON\n");
    List<String> commands =
        requireNonNull(script)
            .lines()
            .filter(line -> line.matches("\\s*([#@].*|\\.)|.*-\\s*"))
            .toList();
    assertThat(commands).isEmpty();
    assertThat(script.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(2500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void aScriptWritesWhatARunWrites(String dialect) throws SQLException, IOException {
    TestProject project = project(dialect);
    List<String> texts = texts();
    try (TestDatabase online = TestDatabases.fresh(dialect);
        TestDatabase offline = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(online)).run(new Upgrade.Request("head", false));
      List<String> written = notes(online);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(written.get(i)).isEqualTo(i + " " + texts.get(i));
      }
      String script =
          requireNonNull(
              new Upgrade(project.offline(dialect))
                  .run(new Upgrade.Request("base:head", true))
                  .output());
      Path file = folder.resolve(dialect + ".sql");
      Files.writeString(file, script);
      assertThat(Client.run(offline, file)).extracting("exitCode").isEqualTo(0);
      assertThat(notes(offline)).isEqualTo(written);
    }
  }
}
