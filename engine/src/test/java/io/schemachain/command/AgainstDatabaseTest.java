package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told of a database that is not what its revisions made. */
final class AgainstDatabaseTest {
  @TempDir Path folder;

  private TestDatabase database;
  private TestProject project;

  @BeforeEach
  void users() {
    database = TestDatabases.fresh("h2");
    project =
        new TestProject(folder)
            .file(
                "model/users.yaml",
                """
                format: 1
                tables:
                  - name: users
                    columns:
                      - {name: id, type: bigint, primary_key: true}
                      - {name: email, type: string(100), index: true}
                """)
            .revision(
                "a1",
                null,
                """
                - create_table:
                    name: users
                    columns:
                      - {name: id, type: bigint, primary_key: true}
                      - {name: email, type: string(100), index: true}
                """);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void upgrade() {
    new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void what_no_revision_made_is_left_alone_and_named() throws SQLException {
    upgrade();
    execute("CREATE TABLE other (id INTEGER PRIMARY KEY)", "ALTER TABLE users ADD note INTEGER");
    assertThat(
            new Check(project.workspace(database))
                .run(new Check.Request(Against.DATABASE))
                .messages())
        .containsExactly(
            "Left alone, for no revision made it: table other, column users.note",
            "No differences between the database and the model in schema/model.");
  }

  @Test
  void what_the_database_lost_is_no_revision() throws SQLException {
    upgrade();
    execute("DROP INDEX ix_users_email");
    assertThatThrownBy(
            () ->
                new NewRevision(project.workspace(database))
                    .run(
                        new NewRevision.Request(
                            "Mend",
                            "b1",
                            "head",
                            false,
                            List.of(),
                            List.of(),
                            null,
                            Against.DATABASE)))
        .hasMessage(
            """
            No revision can be written for H2:
              The database is not what its revisions made, and what it lacks does not fit on them: The name ix_users_email of the index is taken by the index ix_users_email of users. What was changed by hand: mvn schema:drift""");
    assertThat(Files.exists(folder.resolve("schema/versions/b1_mend.yaml"))).isFalse();
  }

  /** The way back leads to what the revisions below made, whatever the database had. */
  @Test
  void the_downgrade_leads_to_the_chain() throws SQLException {
    upgrade();
    execute("ALTER TABLE users ALTER COLUMN email VARCHAR(150)");
    project.file(
        "model/users.yaml",
        """
        format: 1
        tables:
          - name: users
            columns:
              - {name: id, type: bigint, primary_key: true}
              - {name: email, type: string(200), index: true}
        """);
    new NewRevision(project.workspace(database))
        .run(
            new NewRevision.Request(
                "Longer", "b1", "head", false, List.of(), List.of(), null, Against.DATABASE));
    assertThat(folder.resolve("schema/versions/b1_longer.yaml"))
        .content()
        .endsWith(
            """
            upgrade:
              - alter_column: {table: users, column: email, type: string(200)}
            downgrade:
              - alter_column: {table: users, column: email, type: string(100)}
            """);
  }

  @Test
  void a_database_without_revisions_has_not_drifted() throws SQLException {
    execute("CREATE TABLE other (id INTEGER PRIMARY KEY)");
    assertThat(new Drift(project.workspace(database)).run(new Drift.Request()).messages())
        .containsExactly(
            "Not of this chain: table other is there and in no revision",
            "No revision is applied in this database, so that nothing can have drifted.");
  }
}
