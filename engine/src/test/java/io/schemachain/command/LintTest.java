package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.Status;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** {@code schema:lint} and {@code schema:stats} on a folder. */
final class LintTest {
  @TempDir Path folder;
  private TestProject project;

  @BeforeEach
  void project() {
    project =
        new TestProject(folder)
            .file("schema.yaml", "format: 1\ndialects: [postgresql:14, mysql]\n")
            .revision(
                "a1",
                null,
                """
                - create_table:
                    name: users
                    columns:
                      - {name: id, type: bigint, primary_key: true}
                      - {name: email, type: string(100), nullable: false}
                      - {name: fax, type: string(20)}
                """)
            .revision(
                "b1",
                "a1",
                """
                - create_index: {table: users, columns: [email]} # comes with the search
                - drop_column:
                    table: users
                    column: fax
                    suppress: [{rule: drop-column, reason: "nobody has one & \\"never\\" had"}]
                """);
  }

  private CommandResult lint(LintFormat format, @Nullable String failOn) {
    return new Lint(project.workspace()).run(new Lint.Request(format, failOn, null, false));
  }

  private static List<String> slugs(CommandResult result) {
    return Objects.requireNonNull(result.output())
        .lines()
        .filter(line -> line.endsWith("]") && line.contains("[") && !line.startsWith(" "))
        .map(line -> line.substring(line.lastIndexOf('[') + 1, line.length() - 1))
        .toList();
  }

  @Test
  void the_text_has_position_line_caret_and_what_to_do() {
    CommandResult result = lint(LintFormat.TEXT, "warning");
    assertThat(result.output())
        .contains(
            """
            schema/versions/b1.yaml:6:5: warning: The index ix_users_email is built while writes to users wait. [create-index-blocks-writes]
                  - create_index: {table: users, columns: [email]} # comes with the search
                    ^
              on: postgresql
            """)
        .contains("accepted: The column users.fax is dropped. [drop-column]");
    assertThat(result.status()).isEqualTo(Status.INVALID);
    assertThat(result.failure())
        .contains("schema/versions/b1.yaml:6:5: warning: The index ix_users_email")
        .doesNotContain("fax");
  }

  @Test
  void the_build_fails_for_what_the_settings_say() {
    assertThat(lint(LintFormat.TEXT, "error").failure()).isNull();
    assertThat(new Lint(project.workspace()).run(request(null)).failure()).isNull();
    project.file("schema.yaml", "format: 1\ndialects: [postgresql]\nlint: {fail_on: warning}\n");
    assertThat(new Lint(project.workspace()).run(request(null)).failure()).isNotNull();
    assertThat(lint(LintFormat.TEXT, "never").failure()).isNull();
  }

  private static Lint.Request request(@Nullable String since) {
    return new Lint.Request(LintFormat.TEXT, null, since, false);
  }

  @Test
  void levels_come_from_the_settings_by_rule_group_path_and_revision() {
    project.file(
        "schema.yaml",
        """
        format: 1
        dialects: [postgresql]
        lint:
          rules: {locks: error, data-loss: off}
          overrides:
            - {paths: ['versions/a*.yaml'], rules: {locks: off}}
        """);
    CommandResult result = lint(LintFormat.TEXT, "error");
    assertThat(slugs(result)).contains("create-index-blocks-writes");
    assertThat(result.output()).contains(": error: The index").doesNotContain("accepted");
    project.file(
        "schema.yaml",
        """
        format: 1
        dialects: [postgresql]
        lint:
          overrides:
            - {revisions: [b1], rules: {create-index-blocks-writes: off}}
        """);
    assertThat(slugs(lint(LintFormat.TEXT, "error"))).doesNotContain("create-index-blocks-writes");
  }

  /** They are told at a revision, and obey what is said of that. */
  @Test
  void findings_about_the_chain_obey_paths_revisions_and_suppressions() {
    String document = "format: 1\nrevision: z1\ndown_revision: b1\n%supgrade: []\n";
    project.file("versions/z1.yaml", document.formatted(""));
    String settings = "format: 1\ndialects: [postgresql]\nlint: {overrides: [{%s}]}\n";
    project.file("schema.yaml", settings.formatted("paths: [x], rules: {}"));
    assertThat(slugs(lint(LintFormat.TEXT, "never"))).contains("revision-without-message");
    for (String scope :
        List.of(
            "paths: ['versions/z*.yaml'], rules: {graph: off}",
            "revisions: [z1], rules: {revision-without-message: off}")) {
      project.file("schema.yaml", settings.formatted(scope));
      assertThat(slugs(lint(LintFormat.TEXT, "never"))).doesNotContain("revision-without-message");
    }
    project.file("schema.yaml", settings.formatted("revisions: [z1], rules: {graph: error}"));
    assertThat(lint(LintFormat.TEXT, "error").failure()).isNotNull();
    project.file(
        "versions/z1.yaml",
        document.formatted("suppress: [{rule: revision-without-message, reason: a test}]\n"));
    assertThat(lint(LintFormat.TEXT, "never").output())
        .contains("accepted: z1 has no message. [revision-without-message]");
  }

  @Test
  void names_in_the_settings_that_nothing_has_are_refused_at_their_place() {
    project.file(
        "schema.yaml",
        """
        format: 1
        dialects: [postgresql]
        lint:
          rules: {drop-colum: error}
          overrides: [{revisions: [b2], rules: {}}]
        """);
    assertThatThrownBy(() -> lint(LintFormat.TEXT, null))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("schema.yaml:4:11")
        .hasMessageContaining("Did you mean drop-column?")
        .hasMessageContaining("There is no revision b2.");
  }

  @Test
  void sarif_is_valid_against_its_schema_and_has_positions_of_the_yaml() throws IOException {
    String sarif = Objects.requireNonNull(lint(LintFormat.SARIF, null).output());
    try (InputStream in = LintTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Schema validator =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(schema, InputFormat.JSON);
      assertThat(validator.validate(sarif, InputFormat.JSON)).isEmpty();
      assertThat(validator.validate(sarif.replace("\"warning\"", "\"bad\""), InputFormat.JSON))
          .isNotEmpty();
    }
    assertThat(sarif)
        .contains("\"uri\" : \"schema/versions/b1.yaml\"")
        .contains("\"startLine\" : 6")
        .contains("\"justification\" : \"nobody has one & \\\"never\\\" had\"");
  }

  @Test
  void json_is_valid_against_its_schema() throws IOException {
    String json = Objects.requireNonNull(lint(LintFormat.JSON, null).output());
    Schema validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(
                    Path.of("../format-spec/src/main/resources/io/schemachain/format/lint-1.json")),
                InputFormat.JSON);
    assertThat(validator.validate(json, InputFormat.JSON)).isEmpty();
    assertThat(json).contains("\"rule\" : \"create-index-blocks-writes\"");
  }

  @Test
  void junit_is_xml_in_which_what_fails_the_build_is_a_failure() throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new InputSource(
                    new StringReader(
                        Objects.requireNonNull(lint(LintFormat.JUNIT, "warning").output()))));
    assertThat(document.getElementsByTagName("failure").getLength()).isPositive();
    assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
  }

  @Test
  void annotations_of_github_are_one_line_each() {
    assertThat(lint(LintFormat.GITHUB, null).output())
        .contains(
            "::warning file=schema/versions/b1.yaml,line=6,col=5,title=create-index-blocks-writes::The"
                + " index ix_users_email is built while writes to users wait. (postgresql)%0A");
  }

  @Test
  void code_quality_of_gitlab_has_a_fingerprint_that_lines_do_not_change() {
    String before = Objects.requireNonNull(lint(LintFormat.GITLAB, null).output());
    project.revision(
        "b1",
        "a1",
        """
        # A comment that moves all lines.

        - create_index: {table: users, columns: [email]}
        """);
    String after = Objects.requireNonNull(lint(LintFormat.GITLAB, null).output());
    assertThat(before).contains("\"begin\" : 6");
    assertThat(after).contains("\"begin\" : 8");
    assertThat(fingerprint(after)).isEqualTo(fingerprint(before));
  }

  private static String fingerprint(String output) {
    int at = output.indexOf("create-index-blocks-writes");
    return output
        .substring(at)
        .lines()
        .filter(l -> l.contains("fingerprint"))
        .findFirst()
        .orElse("");
  }

  @Test
  void only_what_changed_since_a_state_of_git_is_looked_at() throws Exception {
    TestRepository repository = new TestRepository(folder);
    repository.commit("a");
    assertThat(new Lint(project.workspace()).run(request("main")).output()).isNull();
    repository.branch("topic");
    project.revision(
        "c1", "b1", "- create_index: {table: users, columns: [id, email], name: ix_c}\n");
    assertThat(new Lint(project.workspace()).run(request("main")).output())
        .contains("The index ix_c")
        .doesNotContain("ix_users_email");
    repository.commit("a");
    assertThat(new Lint(project.workspace()).run(request("main")).output())
        .contains("The index ix_c");
    assertThatThrownBy(() -> new Lint(project.workspace()).run(request("mian")))
        .hasMessageContaining("Git knows no 'mian'")
        .hasMessageContaining("git fetch origin mian");
    assertThatThrownBy(() -> new Lint(project.workspace()).run(request("--output=x")))
        .hasMessageContaining("Git knows no '--output=x'");
  }

  @Test
  void fix_writes_the_strategy_and_nothing_else() throws IOException {
    Path file = project.directory().resolve("versions/b1.yaml");
    String before = Files.readString(file);
    CommandResult result =
        new Lint(project.workspace()).run(new Lint.Request(LintFormat.TEXT, null, null, true));
    assertThat(result.messages())
        .contains("schema/versions/b1.yaml: wrote `strategy: online` at 1 operation.");
    assertThat(Files.readString(file))
        .isEqualTo(before.replace("columns: [email]}", "columns: [email], strategy: online}"));
    assertThat(slugs(result)).doesNotContain("create-index-blocks-writes");
  }

  /** The strategy of the settings says of all operations what one says of itself. */
  @Test
  void a_strategy_of_the_settings_is_one_of_each_operation() {
    String operations =
        """
        - alter_column: {table: users, column: email, type: text}
        - alter_column: {table: users, column: fax, nullable: false}
        """;
    List<String> ofSettings = new ArrayList<>();
    for (String strategy : List.of("fast", "online")) {
      project
          .file(
              "schema.yaml",
              "format: 1\ndialects: [sqlserver]\nstrategy: " + strategy + "\nlint: {}\n")
          .revision("b1", "a1", operations);
      ofSettings.add(String.valueOf(lint(LintFormat.TEXT, "never").output()));
    }
    project
        .file("schema.yaml", "format: 1\ndialects: [sqlserver]\n")
        .revision("b1", "a1", operations.replace("}\n", ", strategy: online}\n"));
    String ofOperations = String.valueOf(lint(LintFormat.TEXT, "never").output());
    assertThat(ofSettings.get(0)).contains("several-rewrites").contains("not-null-blocks");
    assertThat(ofSettings.get(1)).doesNotContain("several-rewrites", "-blocks]");
    assertThat(ofOperations.replace(", strategy: online", "")).isEqualTo(ofSettings.get(1));
  }

  /** The second time there is nothing to do, whatever the layout is. */
  @Test
  void fix_keeps_comments_and_layout_and_is_done_once() throws IOException {
    project
        .file("schema.yaml", "format: 1\ndialects: [postgresql]\n")
        .file(
            "versions/b1.yaml",
            """
            # What the search needs
            format:   1
            revision: b1
            down_revision: a1
            message: "Search"

            upgrade:
                # the index
                - create_index:   # by hand
                    table:   users      # not { "quoted"
                    columns: [ email ]

                - create_check_constraint: {
                    name: ck_users_email, table: users,   # it's a brace: }
                    sql: "email <> '}'",
                  }
                - create_index: {name: ix_fax, table: users, columns: [fax], strategy: fast} # stays
            downgrade:
                - drop_index: {table: users, name: ix_fax}   # back
                - drop_constraint: {table: users, name: ck_users_email}
                - drop_index: {table: users, name: ix_users_email}
            # the end
            """);
    Path file = project.directory().resolve("versions/b1.yaml");
    String before = Files.readString(file);
    Lint.Request fix = new Lint.Request(LintFormat.TEXT, "never", null, true);
    CommandResult first = new Lint(project.workspace()).run(fix);
    assertThat(first.messages())
        .contains("schema/versions/b1.yaml: wrote `strategy: online` at 2 operations.");
    String after = Files.readString(file);
    assertThat(after)
        .isEqualTo(
            before
                .replace(
                    "        table:   users      #",
                    "        strategy: online\n        table:   users      #")
                .replace("sql: \"email <> '}'\",\n", "sql: \"email <> '}'\", strategy: online\n"));
    CommandResult second = new Lint(project.workspace()).run(fix);
    assertThat(second.messages())
        .contains(
            "schema/versions/b1.yaml: nothing was written, for the operations name a strategy"
                + " themselves. Write `strategy: online` in its place, or suppress the finding.");
    assertThat(Files.readString(file)).isEqualTo(after);
  }

  /** The strategy is in no checksum, so that a revision may get one when it is applied already. */
  @Test
  void fix_leaves_checksums_as_they_are() throws SQLException {
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
      CommandResult result =
          new Lint(project.workspace()).run(new Lint.Request(LintFormat.TEXT, null, null, true));
      assertThat(result.messages())
          .contains("schema/versions/b1.yaml: wrote `strategy: online` at 1 operation.");
      assertThat(new Validate(project.workspace(database)).run(new Validate.Request()).failure())
          .isNull();
      project.revision("c1", "b1", "- drop_index: {table: users, name: ix_users_email}\n");
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
      new Downgrade(project.workspace(database)).run(new Downgrade.Request("base", false));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void sizes_of_tables_come_from_the_database(String dialect) throws SQLException, IOException {
    project.file("schema.yaml", "format: 1\nlint: {small_table: 5, large_table: 100}\n");
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      database.connect().close(); // SQLite's file.
      assertThatThrownBy(() -> new Stats(project.workspace(database)).run(new Stats.Request()))
          .hasMessageContaining("No revision that makes a table is applied");
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        for (int i = 0; i < 7; i++) {
          statement.execute("INSERT INTO users VALUES (" + i + ", 'a', 'b')");
        }
        switch (dialect) {
          case "postgresql", "h2" -> statement.execute("ANALYZE");
          case "mysql", "mariadb" -> statement.execute("ANALYZE TABLE users");
          default -> {}
        }
      }
      CommandResult result = new Stats(project.workspace(database)).run(new Stats.Request());
      assertThat(result.messages()).contains("Sizes of 1 table: schema/statistics.yaml");
    }
    String text = Files.readString(project.directory().resolve("statistics.yaml"));
    assertThat(text).contains("dialect: " + dialect).contains("{table: users, rows: 7");
    List<String> slugs = slugs(new Lint(project.offline("postgresql")).run(request(null)));
    assertThat(slugs).contains("create-index-blocks-writes");
    project.file(
        "statistics.yaml", "format: 1\ndialect: postgresql\ntables: [{table: users, rows: 4}]\n");
    assertThat(slugs(new Lint(project.offline("postgresql")).run(request(null))))
        .doesNotContain("create-index-blocks-writes");
    project.file(
        "statistics.yaml",
        "format: 1\ndialect: postgresql\ntables: [{table: users, rows: 200000000}]\n");
    assertThat(new Lint(project.offline("postgresql")).run(request(null)).failure())
        .contains("create-index-blocks-writes");
  }
}
