package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Former names that are said beside the target: for one run, or in schema.yaml. */
final class RenameHintsTest {
  private static final String SETTINGS = "format: 1\ntarget: [{sql: schema.sql}]\n";

  @TempDir Path folder;

  private TestProject project;

  /** Two columns of one type became two others: nobody can know which is which. */
  @BeforeEach
  void users() {
    project =
        new TestProject(folder)
            .file("schema.yaml", SETTINGS)
            .file(
                "schema.sql",
                "CREATE TABLE users (id bigint NOT NULL, mobile text, landline text);")
            .revision(
                "a1",
                null,
                """
                - create_table:
                    name: users
                    columns:
                      - {name: id, type: bigint, nullable: false}
                      - {name: phone, type: text}
                      - {name: fax, type: text}
                """);
  }

  private String generated(@Nullable String renamedFrom) throws IOException {
    CommandResult result =
        new NewRevision(project.offline("postgresql"))
            .run(
                new NewRevision.Request(
                    "New",
                    "b1",
                    "head",
                    false,
                    List.of(),
                    List.of(),
                    null,
                    Against.CHAIN,
                    null,
                    renamedFrom));
    String text = Files.readString(folder.resolve(String.valueOf(result.report().get("file"))));
    return text.substring(text.indexOf("upgrade:"), text.indexOf("downgrade:"));
  }

  private void check(@Nullable String renamedFrom) {
    new Check(project.offline("postgresql"))
        .run(new Check.Request(Against.CHAIN, null, renamedFrom));
  }

  @Test
  void what_nobody_can_know_is_answered_by_what_can_be_typed() {
    assertThatThrownBy(() -> generated(null))
        .hasMessage(
            """
            No revision can be written for PostgreSQL:
              column users.mobile is new, and may be phone or fax under another name. \
            Type -Dschema.renamedFrom=users.mobile=phone or -Dschema.renamedFrom=users.mobile=fax \
            or -Dschema.renamedFrom=users.mobile= for a new one
              column users.landline is new, and may be phone or fax under another name. \
            Type -Dschema.renamedFrom=users.landline=phone or -Dschema.renamedFrom=users.landline=fax \
            or -Dschema.renamedFrom=users.landline= for a new one
              Several are written into one -Dschema.renamedFrom, with commas between.""");
    assertThatThrownBy(() -> check(null))
        .hasMessage(
            """
            There are differences between the chain and the SQL in schema/schema.sql:
              undecided column users.mobile: new, or phone or fax under another name
              undecided column users.landline: new, or phone or fax under another name

            Write a revision for that: mvn schema:revision -Dschema.autogenerate \
            -Dschema.message=<what it does> \
            -Dschema.renamedFrom=users.mobile=<phone or fax, or nothing: new>,\
            users.landline=<phone or fax, or nothing: new>""");
  }

  @Test
  void a_command_line_says_what_was_renamed_and_what_is_new() throws IOException {
    assertThatThrownBy(() -> check("users.mobile=phone,users.landline=fax"))
        .hasMessage(
            """
            There are differences between the chain and the SQL in schema/schema.sql:
              renamed column users.phone to mobile
              renamed column users.fax to landline

            Write a revision for that: mvn schema:revision -Dschema.autogenerate \
            -Dschema.message=<what it does> \
            -Dschema.renamedFrom=users.mobile=phone,users.landline=fax""");
    assertThat(generated("users.mobile=phone, Users.Landline="))
        .isEqualTo(
            """
            upgrade:
              - alter_column: {table: users, column: phone, new_name: mobile}
              - add_column: {table: users, column: {name: landline, type: text}}
              # Loses the values of users.fax.
              - drop_column: {table: users, column: fax}
            # Loses the values of users.landline.
            """);
  }

  @Test
  void the_settings_say_it_and_a_command_line_is_stronger() throws IOException {
    project.file(
        "schema.yaml", SETTINGS + "renamed_from: {users.mobile: phone, users.landline: fax}\n");
    assertThat(generated("users.landline="))
        .contains("{table: users, column: phone, new_name: mobile}", "drop_column", "add_column");
  }

  @Test
  void a_hint_that_was_followed_may_stay_in_the_settings() throws IOException {
    String hints = "renamed_from: {users.mobile: phone, users.landline: fax}\n";
    project.file("schema.yaml", SETTINGS + hints);
    generated(null);
    check(null);
    project.file("schema.yaml", SETTINGS + "renamed_from: {users.cell: phone}\n");
    assertThatThrownBy(() -> check(null))
        .hasMessageStartingWith(
            """
            schema/schema.yaml:3:16: error: The target has no table and no column 'users.cell'.
            """);
  }

  @Test
  void a_table_and_its_column_are_renamed_together() throws IOException {
    project.file(
        "schema.sql",
        "CREATE TABLE people (id bigint NOT NULL, phone text, telefax text, age integer);");
    assertThat(generated("people=users,people.telefax=fax"))
        .isEqualTo(
            """
            upgrade:
              - rename_table: {name: users, new_name: people}
              - alter_column: {table: people, column: fax, new_name: telefax}
              - add_column: {table: people, column: {name: age, type: integer}}
            # Loses the values of people.age.
            """);
  }

  @Test
  void names_have_dots() throws IOException {
    project
        .file("schema.sql", "CREATE TABLE app.\"a.b\" (id bigint, \"c.d\" text);")
        .revision(
            "a2",
            "a1",
            """
            - drop_table: {name: users}
            - create_table:
                name: x
                schema: app
                columns: [{name: id, type: bigint}, {name: old, type: text}, {name: e, type: text}]
            """);
    assertThat(generated("app.a.b=x,app.a.b.c.d=old"))
        .contains(
            "rename_table: {name: x, schema: app, new_name: a.b}",
            "alter_column: {table: a.b, schema: app, column: old, new_name: c.d}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users.mobil=phone | 1:1: error: The target has no table and no column 'users.mobil'.",
        "users.mobile=phon | 1:1: error: There is no column users.phon, from which the column"
            + " users.mobile could be renamed.",
        "users.mobile=phone,users.landline=phone | 1:1: error: Another column is renamed from"
            + " phone too.",
        "users.mobile=users.phone | 1:1: error: The former name of the column users.mobile is"
            + " written without 'users.'.",
        "users.mobile=Mobile | 1:1: error: The column users.mobile has that name now: mobile.",
        "users.mobile | 1:1: error: 'users.mobile' does not say what it was called.",
        "users.mobile=,  | 1:15: error: Nothing stands before or behind this comma.",
        "a=b=c | 1:1: error: 'a=b=c' has two equals signs.",
        "=phone | 1:1: error: The table or column that was renamed has an empty name.",
        "users.mobile=phone,users.mobile= | 1:20: error: 'users.mobile' is named twice.",
      })
  void a_slip_is_refused(String typed, String message) {
    assertThatThrownBy(() -> check(typed))
        .hasMessageStartingWith("-Dschema.renamedFrom:" + message);
  }

  @Test
  void what_is_there_still_was_not_renamed() {
    project.file(
        "schema.sql",
        "CREATE TABLE users (id bigint NOT NULL, phone text, fax text, mobile text);"
            + " CREATE TABLE people (id bigint);");
    assertThatThrownBy(() -> check("users.mobile=phone,people=users"))
        .hasMessageContainingAll(
            "The column users.mobile is not renamed: the target has the column users.phone as well.",
            "The table people is not renamed: the target has the table users as well.");
    assertThatThrownBy(() -> check("people=person,people.id=no"))
        .hasMessageContainingAll(
            "There is no table person, from which the table people could be renamed.",
            "There is no table people yet, from which the column people.id could be renamed.");
  }

  @Test
  void the_target_and_a_hint_do_not_contradict_each_other() throws IOException {
    project.file(
        "schema.sql",
        """
        CREATE TABLE users (
          id bigint NOT NULL,
          mobile text, -- renamed_from: phone
          landline text
        );
        """);
    assertThatThrownBy(() -> check("users.mobile=fax"))
        .hasMessageContaining(
            "The column users.mobile is renamed from fax here, and renamed from phone elsewhere.");
    assertThatThrownBy(() -> check("users.mobile="))
        .hasMessageContaining(
            "The column users.mobile is new here, and renamed from phone elsewhere.");
    assertThat(generated("users.mobile=phone,users.landline=")).contains("new_name: mobile");
  }

  @Test
  void a_name_that_no_command_line_takes_is_said_in_the_settings() {
    project.file("schema.sql", "CREATE TABLE users (id bigint NOT NULL, \"it's, mobile\" text);");
    assertThatThrownBy(() -> generated(null))
        .hasMessageContaining("`renamed_from: {'users.it''s, mobile': 'phone'}` in schema.yaml");
  }
}
