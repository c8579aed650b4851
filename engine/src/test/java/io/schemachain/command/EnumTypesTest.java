package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enum types and the rows that have their values, on every database. */
class EnumTypesTest {
  @TempDir Path folder;

  /** A value is used by rows, and by a default, of the revision that adds it. */
  private TestProject project() {
    return new TestProject(folder)
        .revision(
            "a1",
            null,
            """
            - create_type: {name: mood, values: [sad, ok]}
            - create_table:
                name: people
                columns:
                  - {name: id, type: integer, primary_key: true}
                  - {name: mood, type: {enum: {name: mood}}, default: ok}
            - bulk_insert: {table: people, rows: [{id: 1, mood: sad}, {id: 2}]}
            """)
        .revision(
            "b1",
            "a1",
            """
            - add_value: {type: mood, value: happy, before: ok}
            - bulk_insert: {table: people, rows: [{id: 3, mood: happy}]}
            - alter_column: {table: people, column: mood, default: happy}
            - bulk_insert: {table: people, rows: [{id: 4}]}
            """)
        .revision("c1", "b1", "- rename_value: {type: mood, value: happy, new_value: glad}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void rowsKeepTheirValues(String dialect) throws SQLException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect);
        Connection held = database.connect()) { // H2 forgets what nobody has open.
      assertThat(held.isValid(5)).isTrue();
      upgrade(project, database, "head");
      assertThat(moods(database)).containsExactly("sad", "ok", "glad", "glad");
      downgrade(project, database, "b1");
      assertThat(moods(database)).containsExactly("sad", "ok", "happy", "happy");
      assertThatThrownBy(() -> downgrade(project, database, "a1")).hasMessageContaining("b1");
      assertThat(moods(database)).containsExactly("sad", "ok", "happy", "happy");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void whereNoRowHasItAValueGoes(String dialect) throws SQLException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect);
        Connection held = database.connect()) {
      upgrade(project, database, "b1");
      try (Statement statement = held.createStatement()) {
        statement.execute("DELETE FROM people WHERE id > 2");
      }
      downgrade(project, database, "a1");
      assertThat(moods(database)).containsExactly("sad", "ok");
      upgrade(project, database, "head");
      assertThat(moods(database)).containsExactly("sad", "ok", "glad", "glad");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void inAScriptAsWell(String dialect) throws IOException, SQLException {
    TestProject project = project();
    try (TestDatabase database = TestDatabases.fresh(dialect);
        Connection held = database.connect()) {
      assertThat(held.isValid(5)).isTrue();
      CommandResult script =
          new Upgrade(project.offline(dialect)).run(new Upgrade.Request("head", true));
      Path file = Files.writeString(folder.resolve("up.sql"), String.valueOf(script.output()));
      ClientResult result = Client.run(database, file);
      assertThat(result.exitCode()).as(result.stdout() + result.stderr()).isZero();
      assertThat(moods(database)).containsExactly("sad", "ok", "glad", "glad");
    }
  }

  private static void upgrade(TestProject project, TestDatabase database, String target) {
    new Upgrade(project.workspace(database)).run(new Upgrade.Request(target, false));
  }

  private static void downgrade(TestProject project, TestDatabase database, String target) {
    new Downgrade(project.workspace(database)).run(new Downgrade.Request(target, false));
  }

  private static List<String> moods(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT mood FROM people ORDER BY id")) {
      List<String> moods = new ArrayList<>();
      while (rows.next()) {
        moods.add(rows.getString(1));
      }
      return moods;
    }
  }
}
