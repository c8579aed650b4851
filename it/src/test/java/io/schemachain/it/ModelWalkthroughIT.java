package io.schemachain.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a changed model to a revision that was read, and to a database that has it. */
final class ModelWalkthroughIT {
  /** What anybody should expect who compares the two models by eye. */
  private static final String REVIEWED =
      """
      upgrade:
        - alter_column: {table: users, column: email, type: string(255)}
        - add_column: {table: users, column: {name: phone, type: string(20)}}
        - create_index: {table: posts, name: ix_posts_user_id, columns: [user_id]}
        - create_unique_constraint: {table: users, name: uq_users_email, columns: [email]}
        - create_foreign_key:
            table: posts
            name: fk_posts_user_id_users
            columns: [user_id]
            references: {table: users, columns: [id]}
            on_delete: cascade
      # Loses the values of users.phone.
      downgrade:
        - drop_constraint: {table: posts, name: fk_posts_user_id_users, kind: foreign_key}
        - drop_constraint: {table: users, name: uq_users_email, kind: unique}
        - drop_index: {table: posts, name: ix_posts_user_id}
        - drop_column: {table: users, column: phone}
        - alter_column: {table: users, column: email, type: string(100)}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void a_changed_model_becomes_a_revision_and_a_change_by_hand_is_found(String dialect)
      throws SQLException, IOException {
    try (Walkthrough blog = new Walkthrough("model", dialect)) {
      assertThat(blog.mvn("schema:upgrade", "schema:check")).contains("No differences between");
      blog.execute("INSERT INTO users (username, email) VALUES ('ada', 'ada@example.org')");

      blog.edit("src/main/schema/model/blog.yaml", "changed/blog.yaml");
      assertThat(
              blog.mvn(
                  "schema:revision",
                  "-Dschema.autogenerate",
                  "-Dschema.message=Contacts",
                  "-Dschema.revId=8f4b2c1d90ae"))
          .contains(
              "Found changed column users.email: type string(100) -> string(255)",
              "Found added column users.phone: string(20)",
              "Found added unique constraint uq_users_email of users: (email)",
              "Found added index ix_posts_user_id of posts: (user_id)",
              "Found added foreign key fk_posts_user_id_users of posts: (user_id) to users (id)",
              "Wrote src/main/schema/versions/8f4b2c1d90ae_contacts.yaml");
      assertThat(blog.operations("8f4b2c1d90ae_contacts")).isEqualTo(REVIEWED);

      assertThat(
              blog.mvn(
                  "schema:validate", "schema:upgrade", "schema:check@database", "schema:drift"))
          .contains(
              "No differences between the database and the model in src/main/schema/model.",
              "No drift: the database is what the revisions up to 8f4b2c1d90ae made.");
      assertThat(blog.query("SELECT username FROM users WHERE phone IS NULL"))
          .containsExactly("ada");
      assertThatThrownBy(
              () ->
                  blog.execute(
                      "INSERT INTO users (username, email) VALUES ('eve', 'ada@example.org')"))
          .isInstanceOf(SQLException.class);

      blog.execute("ALTER TABLE users ADD COLUMN nickname VARCHAR(30)");
      assertThat(blog.refused("schema:drift"))
          .contains("column users.nickname is there and in no revision: string(30)");
    }
  }

  @Disabled("until SQL can be a target")
  @Test
  void a_changed_schema_of_sql_becomes_the_same_revision() throws SQLException, IOException {
    try (Walkthrough blog = new Walkthrough("sql-model", "h2")) {
      assertThat(blog.mvn("schema:upgrade", "schema:check")).contains("No differences between");

      blog.edit("src/main/sql/schema.sql", "changed/schema.sql");
      blog.mvn(
          "schema:revision",
          "-Dschema.autogenerate",
          "-Dschema.message=Contacts",
          "-Dschema.revId=8f4b2c1d90ae");
      assertThat(blog.operations("8f4b2c1d90ae_contacts")).isEqualTo(REVIEWED);

      assertThat(blog.mvn("schema:upgrade", "schema:check@database", "schema:drift"))
          .contains("No differences between the database and the SQL in", "No drift:");
    }
  }

  @Test
  void an_existing_database_is_taken_over_and_goes_on_from_a_model()
      throws SQLException, IOException {
    List<String> byHand =
        List.of(
            "CREATE TABLE users (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
                + " email VARCHAR(100) NOT NULL)",
            "CREATE TABLE posts (id BIGINT AUTO_INCREMENT PRIMARY KEY, user_id BIGINT NOT NULL,"
                + " FOREIGN KEY (user_id) REFERENCES users (id))");
    try (Walkthrough shop = new Walkthrough("existing", "mysql")) {
      shop.execute(byHand.toArray(String[]::new));
      assertThat(shop.mvn("schema:baseline", "-Dschema.revId=ba5e11e00001"))
          .contains(
              "Wrote src/main/schema/versions/ba5e11e00001_baseline.yaml",
              "The database is marked as being at ba5e11e00001.");

      // The same tables elsewhere need no second baseline.
      assertThat(shop.mvnOnAnother(byHand, "schema:stamp", "schema:drift", "-Dschema.target=head"))
          .contains("No drift: the database is what the revisions up to ba5e11e00001 made.");

      assertThat(
              shop.mvn(
                  "schema:revision",
                  "-Dschema.autogenerate",
                  "-Dschema.message=Phone",
                  "-Dschema.revId=8f4b2c1d90ae"))
          .contains("Found added column users.phone: string(20)");
      assertThat(shop.operations("8f4b2c1d90ae_phone"))
          .startsWith(
              """
              upgrade:
                - add_column: {table: users, column: {name: phone, type: string(20)}}
              # Loses""");

      assertThat(shop.mvn("schema:upgrade", "schema:check@database", "schema:drift"))
          .contains("No differences between the database and the model", "No drift:");
      assertThat(shop.query("SELECT phone FROM users")).isEmpty();
    }
  }

  @Test
  void a_model_leads_to_a_script_without_any_database() throws IOException {
    Path project = Projects.copy(Path.of("src/walkthrough/model"), "model-offline");
    Files.delete(project.resolve("src/main/schema/model/blog.yaml"));
    Files.move(
        project.resolve("changed/blog.yaml"), project.resolve("src/main/schema/model/blog.yaml"));
    List<String> revision =
        List.of(
            "schema:revision",
            "-Dschema.autogenerate",
            "-Dschema.message=Contacts",
            "-Dschema.revId=8f4b2c1d90ae");
    Maven.ofThisBuild().run(project, Map.of(), revision).succeeded();
    List<String> script =
        List.of("schema:check", "schema:validate", "schema:upgrade@contacts-script");
    Maven.ofThisBuild().run(project, Map.of(), script).succeeded();

    assertThat(Files.readString(project.resolve("target/contacts.sql")))
        .containsSubsequence(
            "ALTER TABLE users ALTER COLUMN email TYPE VARCHAR(255);",
            "ALTER TABLE users ADD COLUMN phone VARCHAR(20);",
            "CREATE INDEX ix_posts_user_id ON posts (user_id);",
            "ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE (email);",
            "ALTER TABLE posts ADD CONSTRAINT fk_posts_user_id_users FOREIGN KEY (user_id)"
                + " REFERENCES users (id) ON DELETE CASCADE;");
  }
}
