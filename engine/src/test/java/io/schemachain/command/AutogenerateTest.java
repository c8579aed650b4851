package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a changed model to a revision, without a database. */
final class AutogenerateTest {
  @TempDir Path folder;

  private TestProject project;

  @BeforeEach
  void blog() {
    project =
        new TestProject(folder)
            .revision(
                "a1",
                null,
                """
                - create_table:
                    name: users
                    columns:
                      - {name: id, type: bigint, primary_key: true, identity: true}
                      - {name: email, type: string(100), nullable: false}
                """);
  }

  private CommandResult generate(String dialect, String id) {
    return new NewRevision(project.offline(dialect))
        .run(
            new NewRevision.Request(
                "New", id, "head", false, List.of(), List.of(), null, Against.CHAIN));
  }

  private String written(CommandResult result) throws IOException {
    String text = Files.readString(folder.resolve(String.valueOf(result.report().get("file"))));
    return text.substring(text.indexOf("upgrade:"));
  }

  @Test
  void a_changed_model_becomes_a_revision_that_check_accepts() throws IOException {
    project.file(
        "model/blog.yaml",
        """
        format: 1
        tables:
          - name: posts
            columns:
              - {name: id, type: bigint, primary_key: true, identity: true}
              - name: user_id
                type: bigint
                nullable: false
                references: {table: users, on_delete: cascade}
          - name: users
            columns:
              - {name: id, type: bigint, primary_key: true, identity: true}
              - {name: email, type: string(200), nullable: false, unique: true}
              - {name: phone, type: string(20)}
            indexes:
              - {columns: [phone]}
        """);
    assertThatThrownBy(
            () -> new Check(project.offline("postgresql")).run(new Check.Request(Against.CHAIN)))
        .hasMessage(
            """
            There are differences between the chain and the model in schema/model:
              changed column users.email: type string(100) -> string(200)
              added column users.phone: string(20)
              added unique constraint uq_users_email of users: (email)
              added index ix_users_phone of users: (phone)
              added table posts

            Write a revision for that: mvn schema:revision -Dschema.autogenerate -Dschema.message=<what it does>""");
    CommandResult result = generate("postgresql", "b1");
    assertThat(written(result))
        .isEqualTo(
            """
            upgrade:
              - create_table:
                  name: posts
                  columns:
                    - {name: id, type: bigint, identity: true}
                    - {name: user_id, type: bigint, nullable: false}
                  primary_key: {name: pk_posts, columns: [id]}
                  foreign_keys:
                    - name: fk_posts_user_id_users
                      columns: [user_id]
                      references: {table: users, columns: [id]}
                      on_delete: cascade
              - alter_column: {table: users, column: email, type: string(200)}
              - add_column: {table: users, column: {name: phone, type: string(20)}}
              - create_index: {table: users, name: ix_users_phone, columns: [phone]}
              - create_unique_constraint: {table: users, name: uq_users_email, columns: [email]}
            # Loses the values of users.phone.
            # Loses the rows of posts.
            downgrade:
              - drop_constraint: {table: users, name: uq_users_email, kind: unique}
              - drop_index: {table: users, name: ix_users_phone}
              - drop_column: {table: users, column: phone}
              - alter_column: {table: users, column: email, type: string(100)}
              - drop_table: {name: posts}
            """);
    assertThat(
            new Check(project.offline("postgresql"))
                .run(new Check.Request(Against.CHAIN))
                .messages())
        .containsExactly("No differences between the chain and the model in schema/model.");
    assertThat(generate("postgresql", "c1").messages())
        .containsExactly(
            "No differences between the chain and the model in schema/model: no revision was written.");
  }

  @Test
  void a_column_that_rows_must_fill_is_added_in_three_steps_and_waits_for_a_value()
      throws IOException {
    project.file(
        "model/blog.yaml",
        """
        format: 1
        tables:
          - name: users
            columns:
              - {name: id, type: bigint, primary_key: true, identity: true}
              - {name: email, type: string(100), nullable: false}
              - {name: phone, type: string(20), nullable: false}
        """);
    assertThat(written(generate("postgresql", "b1")))
        .isEqualTo(
            """
            upgrade:
              - add_column: {table: users, column: {name: phone, type: string(20)}}
              # Rows that are there need a value: fill in the expression.
              - update:
                  table: users
                  set: {phone: {sql: 'TODO: a value for users.phone'}}
                  where: phone IS NULL
              - alter_column: {table: users, column: phone, nullable: false}
            # Not undone: update users: its rows keep their new values.
            # Loses the values of users.phone.
            downgrade:
              - alter_column: {table: users, column: phone, nullable: true}
              - drop_column: {table: users, column: phone}
            """);
    assertThatThrownBy(
            () -> new Validate(project.offline("postgresql")).run(new Validate.Request()))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContainingAll(
            "error: This is left for you: a value for users.phone.", "in its place");
  }

  @Test
  void a_likely_rename_is_written_as_one_and_says_why() throws IOException {
    project.file(
        "model/blog.yaml",
        """
        format: 1
        tables:
          - name: users
            columns:
              - {name: id, type: bigint, primary_key: true, identity: true}
              - {name: mail, type: string(100), nullable: false}
        """);
    assertThat(written(generate("postgresql", "b1")))
        .isEqualTo(
            """
            upgrade:
              # Taken for a rename: email is gone and mail has its type. If it is a new column, write this again with -Dschema.renamedFrom=users.mail=
              - alter_column: {table: users, column: email, new_name: mail}
            downgrade:
              - alter_column: {table: users, column: mail, new_name: email}
            """);
  }

  @Test
  void a_view_on_a_table_that_goes_is_refused() {
    project.revision(
        "b1",
        "a1",
        """
        - create_view: {name: people, sql: SELECT u.id FROM users u}
        """);
    project.file(
        "model/blog.yaml",
        """
        format: 1
        tables:
          - name: other
            columns: [{name: n, type: integer}]
        views:
          - {name: people, sql: SELECT u.id FROM users u}
        """);
    assertThatThrownBy(() -> generate("postgresql", "c1"))
        .hasMessage(
            "The way to the model in schema/model is blocked: The table users is not in the target,"
                + " and the view people reads it. Take the view out of the target as well, or change"
                + " its query.");
  }

  @Test
  void what_one_dialect_alone_needs_is_told_as_that() throws IOException {
    project
        .file("schema.yaml", "format: 1\ndialects: [postgresql, mysql]\n")
        .file(
            "model/blog.yaml",
            """
            format: 1
            tables:
              - name: users
                columns:
                  - {name: id, type: bigint, primary_key: true, identity: true}
                  - name: email
                    type: {default: string(100), mysql: {native: TINYTEXT}}
                    nullable: false
                  - {name: phone, type: string(20)}
            """);
    assertThatThrownBy(() -> new Check(project.workspace()).run(new Check.Request(Against.CHAIN)))
        .hasMessageContaining(
            """
              added column users.phone: string(20)
              changed column users.email: type string(100) -> TINYTEXT (mysql)

            """);
    NewRevision.Request request =
        new NewRevision.Request(
            "New", "b1", "head", false, List.of(), List.of(), null, Against.CHAIN);
    CommandResult result = new NewRevision(project.workspace()).run(request);
    assertThat(result.messages())
        .contains("Found changed column users.email: type string(100) -> TINYTEXT (mysql)");
    assertThat(written(result))
        .isEqualTo(
            """
            upgrade:
              - alter_column: {dialects: [mysql], table: users, column: email, type: {native: TINYTEXT}}
              - add_column: {table: users, column: {name: phone, type: string(20)}}
            # Loses the values of users.phone.
            downgrade:
              - drop_column: {table: users, column: phone}
              - alter_column: {dialects: [mysql], table: users, column: email, type: string(100)}
            """);
    assertThat(new Check(project.workspace()).run(new Check.Request(Against.CHAIN)).messages())
        .hasSize(1);
  }

  @Test
  void validate_names_what_no_downgrade_brings_back() {
    project.revision(
        "b1",
        "a1",
        """
        - drop_column: {table: users, column: email}
        """);
    project.revision("c1", "b1", "- drop_table: {name: users}\n");
    assertThat(new Validate(project.offline("h2")).run(new Validate.Request()).messages())
        .contains(
            "b1: Loses the values of users.email. No downgrade brings them back.",
            "c1: Loses the rows of users. No downgrade brings them back.");
  }
}
