package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.Diagnostic;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows from files, online and by scripts. */
final class RowFilesTest {
  private static final String ALL =
      "SELECT id, name, note, amount, active, since, at, code, data FROM things ORDER BY id";

  /** What a client, a driver or COPY could take for something else. */
  private static final String CSV =
      """
      id,name,note,amount,active,since,at,code,data\r
      1,Ann,,12.50,true,2026-11-20,2026-11-20T12:10:00.5,123e4567-e89b-12d3-a456-426614174000,0x00CAFE
      2,"O'Neil ""the
      third""\","",-0.01,false,,,,
      3,CRLF,"one\r
      two\rthree\r
      ",,,,,,
      4,"C:\\new\\t\\.\\N","a\tb ; -- ${x} $1 ? % ? :y /* go",,,1999-12-31,1970-01-01 00:00:00,,0x
      7,🐘 ä,"
      /
      go
      \\.
      ",99999999.99,true,,,,0xff
      """;

  @TempDir Path folder;

  private TestProject project(String insert) {
    return new TestProject(folder)
        .revision(
            "a1",
            null,
            """
            - create_table:
                name: things
                columns:
                  - {name: id, type: integer, primary_key: true, identity: true}
                  - {name: name, type: string(40), nullable: false}
                  - {name: note, type: text}
                  - {name: amount, type: "numeric(10,2)"}
                  - {name: active, type: boolean}
                  - {name: since, type: date}
                  - {name: at, type: timestamp}
                  - {name: code, type: uuid}
                  - {name: data, type: blob}
                  - {name: made, type: string(5), default: here}
            """)
        .revision("b2", "a1", insert);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void the_same_rows_arrive_online_by_script_and_inline(String dialect)
      throws SQLException, IOException {
    TestProject project =
        project("- bulk_insert: {table: things, file: data/things.csv}\n")
            .file("data/things.csv", CSV);
    try (TestDatabase online = TestDatabases.fresh(dialect);
        TestDatabase scripted = TestDatabases.fresh(dialect);
        TestDatabase inline = TestDatabases.fresh(dialect)) {
      upgrade(project, online);
      CommandResult script =
          new Upgrade(project.offline(dialect)).run(new Upgrade.Request("head", true));
      Path file = Files.writeString(folder.resolve("up.sql"), String.valueOf(script.output()));
      ClientResult client = Client.run(scripted, file);
      assertThat(client.exitCode()).as(client.stdout() + client.stderr()).isZero();
      assertThat(rows(scripted, ALL)).isEqualTo(rows(online, ALL)).hasSize(5);
      String versions = "SELECT revision, checksum, document FROM schemachain_version ORDER BY 1";
      assertThat(rows(scripted, versions)).isEqualTo(rows(online, versions));

      project.revision("b2", "a1", INLINE);
      upgrade(project, inline);
      assertThat(rows(inline, ALL)).isEqualTo(rows(online, ALL));
      assertThat(rows(online, "SELECT COUNT(*) FROM things WHERE note IS NULL"))
          .containsExactly("1");
      assertThat(rows(online, "SELECT made FROM things WHERE id = 2")).containsExactly("here");
      for (TestDatabase database : List.of(online, scripted, inline)) {
        execute(database, "INSERT INTO things (name) VALUES ('next')");
        assertThat(rows(database, "SELECT id FROM things WHERE name = 'next'"))
            .containsExactly("8");
      }
    }
  }

  private static final String INLINE =
      """
      - bulk_insert:
          table: things
          rows:
            - {id: 1, name: Ann, note: null, amount: 12.50, active: true, since: 2026-11-20,
               at: "2026-11-20T12:10:00.5", code: 123e4567-e89b-12d3-a456-426614174000, data: 0x00CAFE}
            - {id: 2, name: "O'Neil \\"the\\nthird\\"", note: "", amount: -0.01, active: false,
               since: null, at: null, code: null, data: null}
            - {id: 3, name: CRLF, note: "one\\r\\ntwo\\rthree\\r\\n", amount: null, active: null,
               since: null, at: null, code: null, data: null}
            - {id: 4, name: 'C:\\new\\t\\.\\N', note: "a\\tb ; -- $${x} $1 ? % ? :y /* go", amount: null,
               active: null, since: 1999-12-31, at: "1970-01-01 00:00:00", code: null, data: 0x}
            - {id: 7, name: "🐘 ä", note: "\\n/\\ngo\\n\\\\.\\n", amount: 99999999.99, active: true,
               since: null, at: null, code: null, data: 0xff}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void json_says_the_same(String dialect) throws SQLException {
    TestProject project =
        new TestProject(folder)
            .revision(
                "a1",
                null,
                """
                - create_table:
                    name: docs
                    columns:
                      - {name: id, type: integer, primary_key: true}
                      - {name: big, type: "numeric(15,3)"}
                      - {name: note, type: string(20)}
                      - {name: doc, type: json}
                - bulk_insert: {table: docs, file: data/list.json}
                - bulk_insert: {table: docs, file: data/lines.jsonl, columns: [id, note, doc, big]}
                """)
            .file(
                "data/list.json",
                """
                [ {"id": 1, "big": 123456789012.345, "note": null, "doc": {"a" : [1, 2.50, "x\\"y"], "b": {}}},
                  {"doc": null, "note": "\\u00e4\\n", "big": 1e3, "id": 2} ]
                """)
            .file(
                "data/lines.jsonl",
                """
                {"id": 3, "note": "", "doc": "[true]", "big": null}
                {"id": 4, "note": 7, "doc": [], "big": "0.001"}
                """);
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      upgrade(project, database);
      assertThat(rows(database, "SELECT id, note FROM docs ORDER BY id"))
          .containsExactly("1|null", "2|ä\n", "3|", "4|7");
      assertThat(
              rows(database, "SELECT doc FROM docs ORDER BY id").stream()
                  .map(doc -> doc.replace(" ", "")))
          .containsExactly(
              dialect.equals("postgresql")
                  ? "{\"a\":[1,2.50,\"x\\\"y\"],\"b\":{}}"
                  : dialect.equals("mysql")
                      ? "{\"a\":[1,2.5,\"x\\\"y\"],\"b\":{}}"
                      : "{\"a\":[1,2.50,\"x\\\"y\"],\"b\":{}}",
              "null",
              "[true]",
              "[]");
      assertThat(rows(database, "SELECT id FROM docs WHERE big IN (123456789012.345, 1000, 0.001)"))
          .hasSize(3);
    }
  }

  @Test
  void rows_that_need_several_statements_all_arrive() throws SQLException, IOException {
    StringBuilder csv = new StringBuilder("id;name\n");
    for (int i = 1; i <= 2_503; i++) {
      csv.append(i).append(";NA\n");
    }
    TestProject project =
        project(
                "- bulk_insert: {table: things, file: data/x.csv, csv: {delimiter: ;, null_text: N}}\n")
            .file("data/x.csv", csv.toString());
    for (String dialect : List.of("postgresql", "h2", "sqlite", "mysql")) {
      try (TestDatabase database = TestDatabases.fresh(dialect)) {
        upgrade(project, database);
        assertThat(rows(database, "SELECT COUNT(*), MAX(id), MIN(name) FROM things"))
            .containsExactly("2503|2503|NA");
      }
    }
  }

  @Test
  void a_failure_in_the_database_leaves_no_row() throws SQLException {
    TestProject project =
        project("- bulk_insert: {table: things, file: data/x.csv}\n")
            .file("data/x.csv", "id,name\n1,a\n2,b\n1,again\n");
    for (String dialect : List.of("postgresql", "h2", "sqlite", "mysql", "mariadb")) {
      try (TestDatabase database = TestDatabases.fresh(dialect)) {
        assertThatThrownBy(() -> upgrade(project, database))
            .hasMessageContaining("failed at bulk_insert things (schema/versions/b2.yaml:6:5)");
        assertThat(rows(database, "SELECT COUNT(*) FROM things")).containsExactly("0");
        assertThat(rows(database, "SELECT revision FROM schemachain_version"))
            .containsExactly("a1");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x.csv|``|schema/data/x.csv:1:1: error: The file is empty.",
        "x.csv|`id,name\\n`|The file data/x.csv has no rows.",
        "x.csv|`id,name\\n1,a,b\\n`|schema/data/x.csv:2:5: error: The row has 3 values; there are 2 columns: id, name.",
        "x.csv|`id,name\\n1\\n`|schema/data/x.csv:2:1: error: The row has 1 value; there are 2 columns: id, name.",
        "x.csv|`id,name\\n\\n`|schema/data/x.csv:2:1: error: The line is empty.",
        "x.csv|`id,name\\n1,a\"b\\n`|schema/data/x.csv:2:4: error: A quote stands within a value",
        "x.csv|`id,name\\n1,\"a\"b\\n`|schema/data/x.csv:2:6: error: There is text behind the closing quote.",
        "x.csv|`id,name\\n1,\"a\\n`|schema/data/x.csv:2:3: error: The quoted value does not end.",
        "x.csv|`id,name\\n1,a\\rb\\n`|schema/data/x.csv:2:4: error: A carriage return",
        "x.csv|`id,id\\n1,1\\n`|schema/data/x.csv:1:4: error: The header has id twice.",
        "x.csv|`id,nam\\n1,a\\n`|The table things has no column nam.",
        "x.csv|`id;name\\n1;a\\n`|hint: If its values are separated so, add csv: {delimiter: \";\"}.",
        "x.csv|`id\tname\\n1\ta\\n`|hint: If its values are separated so, add csv: {delimiter: \"\\t\"}.",
        "x.csv|`id\\n1\\n`|data/x.csv has no value for name, which is not nullable and has no default.",
        "x.csv|`id,name\\n1,a\\n2,\\n`|schema/data/x.csv:3:3: error: Column name: NULL in a column that is not nullable.",
        "x.csv|`id,name\\none,a\\n`|schema/data/x.csv:2:1: error: Column id: 'one' is not a value of the type integer",
        "x.csv|`id,name\\n1,\"a\\nb\"\\n99999999999,a\\n`|schema/data/x.csv:4:1: error: Column id: 99999999999 does not fit into integer",
        "x.csv|`id,name\\n1,a\u0000\\n`|Column name: A NUL character cannot be stored",
        "x.json|`[{\"id\": 1, \"name\": \"a\"}, {\"id\": 2}]`|schema/data/x.json:1:34: error: The row has no value for name.",
        "x.json|`{\"id\": 1, \"name\": \"a\"} {\"id\": 2, \"name\": \"a\", \"b\": 1}`|The row has a value for b",
        "x.json|`[{\"id\": 1, \"name\": {\"a\": 1}}]`|schema/data/x.json:1:20: error: Column name: An object or a list is not a value of the type string(40).",
        "x.json|`[{\"id\": 1, \"name\": \"a\"`|This is no JSON",
        "x.json|`[{\"id\": 1, \"id\": 1, \"name\": \"a\"}]`|This is no JSON: Duplicate",
        "x.json|`[1]`|schema/data/x.json:1:2: error: A row is an object",
        "x.json|`[{\"id\": 1, \"name\": \"\\ud83d\"}]`|Half of a surrogate pair",
        "x.txt|`id`|A file of rows ends in .csv, .tsv, .json, .jsonl or .ndjson.",
        "../x.csv|`id`|'../x.csv' is not a path inside the schema folder.",
      })
  void bad_data_is_told_with_its_place(String name, String content, String expected) {
    String path = name.startsWith("..") ? name : "data/" + name;
    TestProject project =
        project("- bulk_insert: {table: things, file: " + path + "}\n")
            .file(
                "data/x" + name.substring(name.lastIndexOf('.')),
                content.replace("\\n", "\n").replace("\\r", "\r"));
    assertThat(errors(project)).contains(expected);
  }

  @Test
  void a_wrong_byte_is_told_with_its_line() throws IOException {
    TestProject project = project("- bulk_insert: {table: things, file: data/x.csv}\n");
    Files.createDirectories(project.directory().resolve("data"));
    Files.write(
        project.directory().resolve("data/x.csv"),
        new byte[] {'i', 'd', '\n', '1', '\n', (byte) 0xE4, '\n'});
    assertThat(errors(project)).contains("schema/data/x.csv:3: error: The file is not UTF-8.");
  }

  @Test
  void what_a_database_has_no_constant_for_is_told_with_its_place() {
    TestProject project =
        project("- bulk_insert: {table: things, file: data/x.csv}\n")
            .file("data/x.csv", "id,name\n1,a\n2,\"\"\n");
    assertThat(errors(project)).isEqualTo("");
    assertThat(errors(project, "oracle"))
        .contains(
            "schema/data/x.csv:3:3: error: Column name: Oracle does not support an empty text");
  }

  @Test
  void only_the_first_mistakes_are_told() {
    TestProject project =
        project("- bulk_insert: {table: things, file: data/x.csv}\n")
            .file("data/x.csv", "id,name\n" + "x,a\n".repeat(1000));
    assertThat(errors(project))
        .contains(":21:1: error: There may be more mistakes")
        .doesNotContain(":22:");
  }

  @Test
  void bad_data_is_told_without_a_dialect_too() {
    TestProject project =
        project("- bulk_insert: {table: things, file: data/x.csv}\n")
            .file("data/x.csv", "id,name\nx,a\n");
    assertThat(errors(project.workspace()))
        .contains("schema/data/x.csv:2:1: error: Column id: 'x' is not a value");
  }

  @Test
  void bad_data_is_told_once_for_several_dialects() {
    TestProject project =
        project("- bulk_insert: {table: things, file: data/x.csv}\n")
            .file("schema.yaml", "format: 1\ndialects: [h2, sqlite, oracle]\n")
            .file("data/x.csv", "id,name\nx,a\n");
    assertThat(errors(project.workspace())).containsOnlyOnce("Column id: 'x'");
  }

  private static String errors(TestProject project) {
    return errors(project, "postgresql");
  }

  private static String errors(TestProject project, String dialect) {
    return errors(project.offline(dialect));
  }

  private static String errors(Workspace workspace) {
    try {
      new Validate(workspace).run(new Validate.Request());
      return "";
    } catch (DiagnosticException e) {
      return e.diagnostics().stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
    }
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
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          Object value = result.getObject(i);
          values.add(value == null ? "null" : result.getString(i));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }
}
