package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.Status;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small chain through all commands that touch a database, on each database. */
class LifecycleTest {
  @TempDir Path folder;

  private TestProject blog() {
    return new TestProject(folder)
        .revision(
            "a1",
            null,
            """
            - create_table:
                name: users
                columns:
                  - {name: id, type: integer, primary_key: true, identity: true}
                  - {name: username, type: string(50), nullable: false, unique: true}
                  - {name: created_at, type: timestamp, nullable: false, default: {sql: CURRENT_TIMESTAMP}}
            - create_table:
                name: posts
                columns:
                  - {name: id, type: integer, primary_key: true, identity: true}
                  - {name: user_id, type: integer, nullable: false, references: {table: users, on_delete: cascade}}
                  - {name: title, type: string(200), nullable: false, index: true}
            """)
        .revision(
            "b2",
            "a1",
            """
            - add_column: {table: users, column: {name: phone, type: string(20)}}
            - bulk_insert:
                table: users
                rows:
                  - {id: 1, username: "Zoë's \\\\ 🐘", phone: "007"}
                  - {id: 2, username: bob, phone: null}
            - bulk_insert: {table: posts, rows: [{id: 1, user_id: 1, title: first}]}
            """)
        .revision(
            "c3",
            "b2",
            """
            - add_column: {table: users, column: {name: status, type: string(10)}}
            - execute: UPDATE users SET status = 'active'
            - alter_column: {table: users, column: status, nullable: false, default: active}
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void upgradesAndDowngrades(String dialect) throws SQLException {
    TestProject project = blog();
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      CommandResult up =
          new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
      assertThat(up.status()).isEqualTo(Status.OK);
      assertThat(up.report()).containsEntry("revisions", List.of("a1", "b2", "c3"));
      assertThat(rows(database, "SELECT username, status FROM users ORDER BY id"))
          .containsExactly("Zoë's \\ 🐘|active", "bob|active");
      assertThat(
              rows(
                  database,
                  "SELECT position, revision, parents FROM schemachain_version ORDER BY 1"))
          .containsExactly("1|a1|null", "2|b2|a1", "3|c3|b2");
      assertThat(
              rows(database, "SELECT COUNT(*) FROM schemachain_version WHERE duration_ms IS NULL"))
          .containsExactly("0");

      CommandResult again =
          new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
      assertThat(again.messages()).startsWith("Nothing to do: the database is at c3.");

      new Downgrade(project.workspace(database)).run(new Downgrade.Request("-1", false));
      assertThat(rows(database, "SELECT COUNT(*) FROM posts")).containsExactly("1");
      assertThat(
              new Current(project.workspace(database))
                  .run(new Current.Request(false, false, OutputFormat.TEXT))
                  .output())
          .isEqualTo("b2  Revision b2  (current)\n");
      new Downgrade(project.workspace(database)).run(new Downgrade.Request("base", false));
      assertThat(rows(database, "SELECT COUNT(*) FROM schemachain_version")).containsExactly("0");
      assertThatThrownBy(() -> rows(database, "SELECT * FROM users"))
          .isInstanceOf(SQLException.class);
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("+2", false));
      assertThat(rows(database, "SELECT username FROM users ORDER BY id")).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void aScriptDoesTheSame(String dialect) throws SQLException, IOException {
    TestProject project = blog();
    try (TestDatabase online = TestDatabases.fresh(dialect);
        TestDatabase scripted = TestDatabases.fresh(dialect)) {
      new Upgrade(project.workspace(online)).run(new Upgrade.Request("head", false));
      Path up =
          script(new Upgrade(project.offline(dialect)).run(new Upgrade.Request("head", true)));
      requireSuccess(Client.run(scripted, up));
      String versions =
          "SELECT position, revision, parents, checksum, message, document FROM schemachain_version ORDER BY 1";
      assertThat(rows(scripted, versions)).isEqualTo(rows(online, versions));
      assertThat(rows(scripted, "SELECT username, phone, status FROM users ORDER BY id"))
          .isEqualTo(rows(online, "SELECT username, phone, status FROM users ORDER BY id"));

      // The second run of the script stops at its guard and changes nothing, also in a client that
      // goes on.
      for (ClientOption[] options :
          List.of(new ClientOption[0], new ClientOption[] {ClientOption.CONTINUE_ON_ERROR})) {
        if (dialect.equals("h2") && options.length > 0) {
          continue; // RunScript with -continueOnError runs whatever comes after the guard.
        }
        ClientResult second = Client.run(scripted, up, options);
        assertThat(second.stdout() + second.stderr()).contains("This database is not at base.");
        assertThat(rows(scripted, versions)).isEqualTo(rows(online, versions));
        assertThat(rows(scripted, "SELECT COUNT(*) FROM posts")).containsExactly("1");
      }

      Path down =
          script(new Downgrade(project.offline(dialect)).run(new Downgrade.Request("c3:b2", true)));
      requireSuccess(Client.run(scripted, down));
      assertThat(rows(scripted, "SELECT revision FROM schemachain_version ORDER BY position"))
          .containsExactly("a1", "b2");
      Path rest =
          script(new Upgrade(project.offline(dialect)).run(new Upgrade.Request("b2:head", true)));
      requireSuccess(Client.run(scripted, rest));
      assertThat(rows(scripted, "SELECT revision FROM schemachain_version ORDER BY position"))
          .containsExactly("a1", "b2", "c3");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void aFailureSaysWhereAndWhatStateItLeaves(String dialect) throws SQLException {
    TestProject project =
        blog()
            .revision(
                "d4",
                "c3",
                """
                - add_column: {table: users, column: {name: age, type: integer}}
                - execute: UPDATE users SET no_such_column = 1
                """);
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      boolean rollsBack = dialect.equals("postgresql") || dialect.equals("sqlite");
      assertThatThrownBy(
              () ->
                  new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false)))
          .hasMessageContaining(
              "upgrade d4 (Revision d4) failed at execute (schema/versions/d4.yaml:")
          .hasMessageContaining("UPDATE users SET no_such_column = 1")
          .hasMessageContaining(rollsBack ? "rolled back" : "cannot roll back");
      assertThat(rows(database, "SELECT revision FROM schemachain_version ORDER BY position"))
          .containsExactly("a1", "b2", "c3");
      if (rollsBack) {
        assertThatThrownBy(() -> rows(database, "SELECT age FROM users"))
            .isInstanceOf(SQLException.class);
        return;
      }
      assertThatThrownBy(
              () ->
                  new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false)))
          .hasMessageContaining("UPDATE users SET no_such_column = 1");
      assertThat(project.log.get(project.log.size() - 2))
          .isEqualTo(
              "upgrade d4 (Revision d4) was interrupted at execute: it failed, going on with it.");
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("ALTER TABLE users DROP COLUMN age");
      }
      new Resolve(project.workspace(database)).run(new Resolve.Request(Resolve.Action.REVERT));
      assertThat(rows(database, "SELECT revision FROM schemachain_version ORDER BY position"))
          .containsExactly("a1", "b2", "c3");
      project.revision(
          "d4", "c3", "- add_column: {table: users, column: {name: age, type: integer}}\n");
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
      assertThat(rows(database, "SELECT age FROM users WHERE id = 1")).containsExactly("null");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:h2:%s/none", "jdbc:sqlite:%s/none.db"})
  void lookingCreatesNothing(String url) throws IOException {
    TestProject project = blog();
    TestDatabase none =
        TestDatabases.at(url.contains("h2") ? "h2" : "sqlite", url.formatted(folder), null, null);
    assertThatThrownBy(
            () ->
                new Current(project.workspace(none))
                    .run(new Current.Request(false, false, OutputFormat.TEXT)))
        .hasMessageContaining("Cannot connect");
    CommandResult history =
        new History(project.workspace(none))
            .run(new History.Request(null, false, OutputFormat.TEXT));
    assertThat(history.output()).startsWith("c3  Revision c3  (head)");
    assertThat(history.messages().get(0))
        .startsWith("What is applied is not marked. Cannot connect");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(n -> n.startsWith("none"));
    }
  }

  private Path script(CommandResult result) throws IOException {
    Path file = Files.createTempFile(folder, "script", ".sql");
    return Files.writeString(file, String.valueOf(result.output()));
  }

  private static void requireSuccess(ClientResult result) {
    assertThat(result.exitCode()).as(result.stdout() + result.stderr()).isZero();
    assertThat(result.stderr()).isEmpty();
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
          values.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }
}
