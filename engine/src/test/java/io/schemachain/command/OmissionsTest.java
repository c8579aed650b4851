package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code omit} in the settings leaves out, and what is said of it. */
final class OmissionsTest {
  private static final String UPGRADE =
      """
      - create_table: {name: users, comment: All users, columns: [{name: id, type: integer, primary_key: true, comment: The number}]}
      - add_column: {table: users, column: {name: email, type: string(50), comment: Where to write}, first: true}
      - create_table_comment: {table: users, comment: Each user}
      - alter_column: {table: users, column: email, comment: Where to write to, nullable: true}
      - alter_column: {table: users, column: email, comment: null}
      """;

  @TempDir Path base;

  private TestProject project(String omit) {
    return new TestProject(base)
        .file("schema.yaml", "format: 1\nomit: " + omit + "\n")
        .revision("a1", null, UPGRADE);
  }

  private static List<String> validate(TestProject project, String dialect) {
    return new Validate(project.offline(dialect)).run(new Validate.Request()).messages();
  }

  @Test
  void eachOmissionIsALineOfValidate() {
    assertThat(validate(project("[comments]"), "sqlite"))
        .containsExactly(
            "1 revision, valid on sqlite:3.35.",
            "sqlite:3.35: Left out: comments of create_table users (schema/versions/a1.yaml:5:5).",
            "sqlite:3.35: Left out: comments of add_column users.email (schema/versions/a1.yaml:6:5).",
            "sqlite:3.35: Left out: comments of create_table_comment users (schema/versions/a1.yaml:7:5).",
            "sqlite:3.35: Left out: comments of alter_column users.email (schema/versions/a1.yaml:8:5).",
            "sqlite:3.35: Left out: comments of alter_column users.email (schema/versions/a1.yaml:9:5).");
  }

  @Test
  void whatADatabaseHasIsNotLeftOut() {
    assertThat(validate(project("[comments, column_position]"), "mysql"))
        .containsExactly("1 revision, valid on mysql:8.");
    assertThat(validate(project("[comments, column_position]"), "postgresql"))
        .containsExactly(
            "1 revision, valid on postgresql:14.",
            "postgresql:14: Left out: column_position of add_column users.email"
                + " (schema/versions/a1.yaml:6:5).");
  }

  @Test
  void withoutItTheRevisionIsRefused() {
    TestProject project = project("[column_position]");
    assertThatThrownBy(() -> validate(project, "sqlite"))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("SQLite does not support comments.");
  }

  @Test
  void aScriptSaysItAndARunGoesThereAndBack() throws SQLException {
    TestProject project = project("[comments]");
    CommandResult script =
        new Upgrade(project.offline("sqlite")).run(new Upgrade.Request("head", true));
    assertThat(script.output())
        .contains("-- Left out: comments of create_table users (schema/versions/a1.yaml:5:5).")
        .contains("CREATE TABLE users (\n  id INTEGER NOT NULL,\n");
    try (TestDatabase database = TestDatabases.fresh("sqlite")) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
      assertThat(columns(database)).containsExactly("email", "id");
      new Downgrade(project.workspace(database)).run(new Downgrade.Request("base", false));
      assertThat(columns(database)).isEmpty();
    }
  }

  private static List<String> columns(TestDatabase database) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.connect();
        ResultSet rows = connection.getMetaData().getColumns(null, null, "users", "%")) {
      while (rows.next()) {
        names.add(rows.getString("COLUMN_NAME"));
      }
    }
    return names;
  }
}
