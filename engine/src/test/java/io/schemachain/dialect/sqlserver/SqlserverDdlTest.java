package io.schemachain.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the golden cases, which are the same for all, do not come to. */
final class SqlserverDdlTest {
  private static final Dialect SQLSERVER = new SqlserverDialect();

  private static final String USERS =
      """
      - create_table:
          name: users
          columns:
            - {name: id, type: integer, primary_key: true}
            - {name: email, type: string(50), default: none, nullable: false}
            - {name: data, type: json}
            - {name: mood, type: {enum: {name: mood, values: [sad, ok]}}}
          unique_constraints: [{name: uq_email, columns: [email]}]
          check_constraints: [{name: ck_email, sql: "email <> ''"}]
          indexes: [{name: ix_email, columns: [email]}]
      """;

  private static List<String> render(String... upgrades) {
    return SqlserverRun.render(SQLSERVER, upgrades);
  }

  /** The check and what takes the default away are long, and the same everywhere. */
  private static List<String> firstWords(List<String> statements) {
    return statements.stream()
        .map(s -> s.startsWith("IF NOT EXISTS") ? "check" : s)
        .map(s -> s.replaceFirst("(?s)^IF NOT \\(SELECT .*N'The (.*) of .* is not .*", "check $1"))
        .map(s -> s.startsWith("DECLARE @drop") ? "drop default" : s)
        .map(s -> s.replaceFirst("(?s)^DECLARE @result INT = 0;.*?sp_rename ", "rename "))
        .map(s -> s.replaceFirst("(?s);\nIF @result <> 0.*", ""))
        .toList();
  }

  @Test
  void what_uses_a_column_goes_before_it_changes_and_comes_back() {
    assertThat(
            firstWords(
                render(USERS, "- alter_column: {table: users, column: email, type: char(40)}")))
        .containsExactly(
            "check",
            "check check constraint ck_email",
            "check index ix_email",
            "check unique constraint uq_email",
            "ALTER TABLE users DROP CONSTRAINT ck_email",
            "DROP INDEX ix_email ON users",
            "ALTER TABLE users DROP CONSTRAINT uq_email",
            "drop default",
            "ALTER TABLE users ALTER COLUMN email NCHAR(40) NOT NULL",
            "ALTER TABLE users ADD CONSTRAINT [DF_users_email] DEFAULT N'none' FOR email",
            "ALTER TABLE users ADD CONSTRAINT uq_email UNIQUE (email)",
            "CREATE INDEX ix_email ON users (email)",
            "ALTER TABLE users ADD CONSTRAINT ck_email CHECK (email <> '')");
  }

  @Test
  void a_string_grows_under_all_but_keys() {
    assertThat(
            firstWords(
                render(USERS, "- alter_column: {table: users, column: email, type: string(60)}")))
        .containsExactly("check", "ALTER TABLE users ALTER COLUMN email NVARCHAR(60) NOT NULL");
  }

  /** It is an index as long as the column may be null. */
  @Test
  void a_unique_constraint_becomes_an_index_with_the_first_nullable_column() {
    assertThat(
            firstWords(
                render(USERS, "- alter_column: {table: users, column: email, nullable: true}")))
        .contains(
            "ALTER TABLE users DROP CONSTRAINT uq_email",
            "CREATE UNIQUE INDEX uq_email ON users (email) WHERE email IS NOT NULL");
    assertThat(
            firstWords(
                render(
                    USERS,
                    "- alter_column: {table: users, column: email, nullable: true}",
                    "- alter_column: {table: users, column: email, nullable: false}")))
        .contains(
            "DROP INDEX uq_email ON users",
            "ALTER TABLE users ADD CONSTRAINT uq_email UNIQUE (email)");
  }

  @Test
  void a_unique_constraint_of_several_nullable_columns_becomes_one_with_the_last_of_them() {
    assertThat(
            firstWords(
                render(
                    """
                    - create_table:
                        name: t
                        columns: [{name: a, type: integer}, {name: b, type: integer}]
                        unique_constraints: [{name: uq, columns: [a, b]}]
                    """,
                    "- create_primary_key: {table: t, name: pk, columns: [a, b]}")))
        .containsExactly(
            "check",
            "check index uq",
            "DROP INDEX uq ON t",
            "ALTER TABLE t ALTER COLUMN a INT NOT NULL",
            "CREATE UNIQUE INDEX uq ON t (a, b) WHERE b IS NOT NULL",
            "check",
            "check index uq",
            "DROP INDEX uq ON t",
            "ALTER TABLE t ALTER COLUMN b INT NOT NULL",
            "ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a, b)",
            "ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a, b)");
  }

  @Test
  void the_names_of_defaults_and_checks_of_our_own_follow_the_table() {
    assertThat(firstWords(render(USERS, "- rename_table: {name: users, new_name: people}")))
        .containsExactly(
            "rename N'[users]', N'people', N'OBJECT'",
            "rename N'[DF_users_email]', N'DF_people_email', N'OBJECT'",
            "rename N'[CK_users_data]', N'CK_people_data', N'OBJECT'",
            "rename N'[CK_users_mood]', N'CK_people_mood', N'OBJECT'");
  }

  @Test
  void the_check_of_json_follows_the_column() {
    assertThat(
            firstWords(
                render(USERS, "- alter_column: {table: users, column: data, new_name: \"a]b\"}")))
        .containsExactly(
            "ALTER TABLE users DROP CONSTRAINT IF EXISTS [CK_users_data]",
            "rename N'[users].[data]', N'a]b', N'COLUMN'",
            "ALTER TABLE users ADD CONSTRAINT [CK_users_a]]b] CHECK (ISJSON([a]]b]) = 1)");
  }

  @Test
  void a_text_becomes_json_without_touching_the_column() {
    assertThat(
            render(
                "- create_table: {name: t, columns: [{name: a, type: text}]}",
                "- alter_column: {table: t, column: a, type: json}"))
        .containsExactly("ALTER TABLE t ADD CONSTRAINT [CK_t_a] CHECK (ISJSON(a) = 1)");
  }

  @Test
  void names_of_our_own_are_not_too_long() {
    String name = "x".repeat(100);
    String sql =
        render(
                "- create_table: {name: "
                    + name
                    + ", columns: [{name: "
                    + name
                    + ", type: integer, default: 1}]}")
            .get(0);
    String constraint = sql.replaceFirst("(?s).*CONSTRAINT \\[([^\\]]*)\\].*", "$1");
    assertThat(constraint).hasSize(128).startsWith("DF_" + name + "_xxx");
  }

  @Test
  void a_long_primary_key_is_not_clustered() {
    assertThat(
            render(
                "- create_table: {name: t, columns: [{name: a, type: string(500), primary_key:"
                    + " true}]}"))
        .singleElement()
        .asString()
        .contains("PRIMARY KEY NONCLUSTERED (a)");
  }

  @Test
  void rows_with_expressions_stand_alone() {
    assertThat(
            render(
                "- create_table: {name: t, columns: [{name: a, type: timestamp}]}",
                """
                - bulk_insert:
                    table: t
                    rows:
                      - {a: 2026-11-20T12:10:00}
                      - {a: 2026-11-21T12:10:00}
                      - {a: {sql: GETDATE()}}
                      - {a: 2026-11-22T12:10:00}
                """))
        .containsExactly(
            "INSERT INTO t (a) VALUES\n  ('2026-11-20T12:10:00'),\n  ('2026-11-21T12:10:00')",
            "INSERT INTO t (a) VALUES\n  (GETDATE())",
            "INSERT INTO t (a) VALUES\n  ('2026-11-22T12:10:00')");
  }

  /** Brackets, quotes and dots in each part of a name. */
  @Test
  void system_procedures_get_names_in_brackets() {
    assertThat(
            render(
                    "- create_table: {name: \"a.]'b\", schema: \"s.t\", columns: [{name: c, type:"
                        + " integer}]}",
                    "- alter_column: {table: \"a.]'b\", schema: \"s.t\", column: c, new_name:"
                        + " \"d.e\"}")
                .get(0))
        .contains("sys.sp_rename N'[s.t].[a.]]''b].[c]', N'd.e', N'COLUMN'");
  }

  // The default schema

  @Test
  void the_default_schema_is_written_out() {
    Dialect app = SQLSERVER.inSchema("app");
    assertThat(app.forVersion(app.version()).identifiers().defaultSchema()).isEqualTo("app");
    assertThat(SqlserverRun.render(app, USERS).get(0)).startsWith("CREATE TABLE app.users (");
    assertThat(SqlserverRun.render(app, USERS, "- drop_column: {table: users, column: data}"))
        .containsExactly(
            "ALTER TABLE app.users DROP CONSTRAINT IF EXISTS [CK_users_data]",
            "ALTER TABLE app.users DROP COLUMN data");
    assertThat(
            SqlserverRun.render(
                    app, USERS, "- alter_column: {table: users, column: email, default: x}")
                .get(0))
        .contains("OBJECT_ID(N'[app].[users]', N'U')")
        .contains("ALTER TABLE app.users DROP CONSTRAINT ");
    assertThat(
            SqlserverRun.render(
                app, "- create_table: {name: t, schema: b, columns: [{name: a, type: integer}]}"))
        .singleElement()
        .asString()
        .startsWith("CREATE TABLE b.t");
  }

  /** Its names live where the user's own default schema is. */
  @Test
  void raw_sql_is_checked_against_the_default_schema() {
    assertThat(SqlserverRun.render(SQLSERVER.inSchema("app"), "- execute: DELETE FROM users"))
        .containsExactly(
            "IF ISNULL(SCHEMA_NAME(), N'') <> N'app'\n"
                + "  THROW 50000, N'SQL of the author needs a user with the default schema app.',"
                + " 1",
            "DELETE FROM users");
    assertThat(render("- execute: DELETE FROM users")).containsExactly("DELETE FROM users");
  }
}
