package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.SchemaException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL builds an index beside other work outside of every transaction. */
class ConcurrentIndexTest {
  private static final String VALID =
      "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('ux_users_email')";
  private static final String JOURNAL =
      "SELECT operation_index, statement_index, kind, state FROM schemachain_journal ORDER BY entry";

  @TempDir Path folder;

  private TestProject users() {
    return new TestProject(folder)
        .revision(
            "a1",
            null,
            """
            - create_table: {name: users, columns: [{name: id, type: integer, primary_key: true}, {name: email, type: string(50)}]}
            """);
  }

  private TestProject between() {
    return users()
        .revision(
            "b2",
            "a1",
            """
            - add_column: {table: users, column: {name: age, type: integer}}
            - create_index: {name: ux_users_email, table: users, columns: [email], unique: true, concurrently: true}
            - add_column: {table: users, column: {name: note, type: text}}
            """);
  }

  @Test
  void standsBetweenOtherOperations() throws SQLException {
    TestProject project = between();
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      upgrade(project, database);
      assertThat(rows(database, VALID)).containsExactly("t");
      assertThat(rows(database, JOURNAL))
          .containsExactly(
              "0|0|ddl|finished", // a1
              "0|0|ddl|finished",
              "1|0|check|finished",
              "1|1|ddl|finished",
              "2|0|ddl|finished");
      new Downgrade(project.workspace(database)).run(new Downgrade.Request("-1", false));
      assertThat(rows(database, VALID)).isEmpty();
      assertThat(rows(database, "SELECT revision FROM schemachain_version")).containsExactly("a1");
      upgrade(project, database);
      assertThat(rows(database, VALID)).containsExactly("t");
    }
  }

  @Test
  void standsInAScript() throws SQLException, IOException {
    TestProject project = between();
    CommandResult printed =
        new Upgrade(project.offline("postgresql")).run(new Upgrade.Request("head", true));
    Path script = Files.writeString(folder.resolve("up.sql"), String.valueOf(printed.output()));
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      ClientResult result = Client.run(database, script);
      assertThat(result.stderr()).isEmpty();
      assertThat(result.exitCode()).isZero();
      assertThat(rows(database, VALID)).containsExactly("t");
      assertThat(rows(database, "SELECT revision FROM schemachain_version ORDER BY position"))
          .containsExactly("a1", "b2");
    }
  }

  @Test
  void saysWhatAFailedBuildLeft() throws SQLException {
    TestProject project =
        users()
            .revision(
                "b2",
                "a1",
                """
                - create_index: {name: ux_users_email, table: users, columns: [email], unique: true, concurrently: true}
                """);
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      execute(database, "INSERT INTO users VALUES (1, 'a'), (2, 'a')");
      assertThatThrownBy(() -> upgrade(project, database))
          .hasMessageContaining("upgrade b2 (Revision b2) failed at create_index")
          .hasMessageContaining("is duplicated")
          .hasMessageContaining("The index ux_users_email is left behind, INVALID.")
          .hasMessageContaining("Nothing else of the revision was changed");
      assertThat(rows(database, VALID)).containsExactly("f");
      execute(database, "DELETE FROM users WHERE id = 2");
      upgrade(project, database);
      assertThat(project.log)
          .contains(
              "The index ux_users_email is left behind, INVALID. It is removed: DROP INDEX"
                  + " CONCURRENTLY ux_users_email");
      assertThat(rows(database, VALID)).containsExactly("t");
    }
  }

  /** Of nobody knows whom: only what an interrupted run left is removed. */
  @Test
  void leavesTheInvalidIndexOfOthers() throws SQLException {
    TestProject project = between();
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      execute(database, "INSERT INTO users VALUES (1, 'a'), (2, 'a')");
      assertThatThrownBy(
              () ->
                  execute(
                      database, "CREATE UNIQUE INDEX CONCURRENTLY ux_users_email ON users (email)"))
          .isInstanceOf(SQLException.class);
      execute(database, "DELETE FROM users WHERE id = 2");
      assertThatThrownBy(() -> upgrade(project, database))
          .hasMessageContaining("The index ux_users_email is there and INVALID");
    }
  }

  @Test
  void goesOnWithARevisionHalfDone() throws SQLException {
    TestProject project = between();
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      execute(database, "INSERT INTO users VALUES (1, 'a'), (2, 'a')");
      assertThatThrownBy(() -> upgrade(project, database))
          .isInstanceOfSatisfying(
              SchemaException.class,
              e ->
                  assertThat(e.getMessage())
                      .contains("The index ux_users_email is left behind, INVALID.")
                      .contains("The revision runs without a transaction: these statements")
                      .contains("ALTER TABLE users ADD COLUMN age INTEGER"));
      execute(database, "DELETE FROM users WHERE id = 2");
      upgrade(project, database);
      assertThat(rows(database, VALID)).containsExactly("t");
      assertThat(rows(database, "SELECT revision FROM schemachain_version ORDER BY position"))
          .containsExactly("a1", "b2");
    }
  }

  @Test
  void cannotBeInOneTransactionWithTheRun() {
    TestProject project = between().file("schema.yaml", "format: 1\ntransactions: run\n");
    assertThatThrownBy(
            () -> new Upgrade(project.offline("postgresql")).run(new Upgrade.Request("head", true)))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("PostgreSQL does this in none.");
    assertThatThrownBy(
            () -> new Validate(project.offline("postgresql")).run(new Validate.Request()))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("PostgreSQL does this in none.");
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
          values.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }
}
