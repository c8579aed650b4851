package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model, revisions of it, a database that somebody changes by hand: on real databases. */
final class TargetWalkTest {
  private static final String USERS =
      """
      format: 1
      tables:
        - name: users
          columns:
            - {name: id, type: bigint, primary_key: true, identity: true}
            - {name: email, type: string(%s), nullable: false}
            - {name: state, type: string(10), default: new, nullable: false}
            - {name: born, type: date}
            - {name: score, type: 'numeric(8,2)', default: 0}
            - {name: seen, type: timestamp, default: {sql: CURRENT_TIMESTAMP}}
          check_constraints:
            - {name: ck_users_score, sql: score >= 0 AND score < 1000}
          indexes:
            - {columns: [born]}
      """;

  @TempDir Path folder;

  private TestProject project() {
    return new TestProject(folder).file("schema.yaml", "format: 1\n");
  }

  private static CommandResult generate(TestProject project, TestDatabase database, String id) {
    return new NewRevision(project.workspace(database))
        .run(
            new NewRevision.Request(
                "New", id, "head", false, List.of(), List.of(), null, Against.DATABASE));
  }

  private static void upgrade(TestProject project, TestDatabase database) {
    new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
  }

  private static List<String> check(TestProject project, TestDatabase database) {
    return new Check(project.workspace(database))
        .run(new Check.Request(Against.DATABASE))
        .messages();
  }

  private static void execute(TestDatabase database, String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void the_model_becomes_the_database_and_hands_are_seen(String dialect) throws SQLException {
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      execute(database, "CREATE TABLE gone (id INTEGER)", "DROP TABLE gone"); // A file to look at.
      TestProject project = project().file("model/users.yaml", USERS.formatted("100"));
      generate(project, database, "a1");
      upgrade(project, database);
      assertThat(check(project, database)).singleElement().asString().startsWith("No differences");
      project.file("model/users.yaml", USERS.formatted("200"));
      assertThat(generate(project, database, "b1").messages())
          .contains("Found changed column users.email: type string(100) -> string(200)");
      upgrade(project, database);
      assertThat(check(project, database)).singleElement().asString().startsWith("No differences");
      assertThat(new Drift(project.workspace(database)).run(new Drift.Request()).messages())
          .containsExactly("No drift: the database is what the revisions up to b1 made.");
      execute(
          database,
          "ALTER TABLE users ADD COLUMN note VARCHAR(20)",
          "CREATE TABLE other (id INTEGER PRIMARY KEY)");
      assertThatThrownBy(() -> new Drift(project.workspace(database)).run(new Drift.Request()))
          .hasMessageStartingWith(
              """
              The database is not what the revisions up to b1 made:
                column users.note is there and in no revision: string(20)

              """);
      assertThat(project.log)
          .contains("warning: Not of this chain: table other is there and in no revision");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void an_existing_database_becomes_the_first_revision(String dialect) throws SQLException {
    try (TestDatabase database = TestDatabases.fresh(dialect);
        TestDatabase empty = TestDatabases.fresh(dialect)) {
      execute(
          database,
          "CREATE TABLE people (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) NOT NULL UNIQUE,"
              + " age INTEGER DEFAULT 1, CHECK (age > 0))",
          "CREATE TABLE pets (id INTEGER NOT NULL PRIMARY KEY, owner INTEGER NOT NULL,"
              + " FOREIGN KEY (owner) REFERENCES people (id) ON DELETE CASCADE)",
          "CREATE INDEX ix_pets_owner ON pets (owner)");
      TestProject project = project();
      new Baseline(project.workspace(database)).run(new Baseline.Request(null, "a1"));
      assertThat(new Drift(project.workspace(database)).run(new Drift.Request()).messages())
          .containsExactly("No drift: the database is what the revisions up to a1 made.");
      assertThat(new TestChain(project.workspace(empty)).run(new TestChain.Request()).messages())
          .singleElement()
          .asString()
          .startsWith("1 revision ran up");
    }
  }
}
