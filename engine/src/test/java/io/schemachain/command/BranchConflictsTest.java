package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions of different branches whose order makes a difference, and such as get on. */
class BranchConflictsTest {
  private static final String BASE =
      """
      - create_table:
          name: users
          columns:
            - {name: id, type: integer, primary_key: true}
            - {name: name, type: string(20)}
            - {name: email, type: string(50)}
      - create_table:
          name: orders
          columns:
            - {name: id, type: integer, primary_key: true}
            - {name: user_id, type: integer}
            - {name: user_name, type: string(20)}
      - create_table:
          name: tags
          columns:
            - {name: id, type: integer, nullable: false}
      """;

  @TempDir Path folder;
  private TestProject project;

  @BeforeEach
  void base() {
    project = new TestProject(folder).revision("base0", null, BASE);
  }

  /** Two revisions on the base, each with one operation in its fifth line. */
  private BranchConflictsTest branches(String a, String b) {
    project.revision("a1", "base0", a).revision("b1", "base0", b);
    return this;
  }

  private List<Diagnostic> found(String dialect) {
    try {
      new Validate(project.offline(dialect)).run(new Validate.Request());
      return List.of();
    } catch (DiagnosticException e) {
      return e.diagnostics();
    }
  }

  private static String message(List<Diagnostic> found) {
    assertThat(found).hasSize(1);
    return found.get(0).message();
  }

  private static @Nullable String hint(List<Diagnostic> found) {
    return found.get(0).hint();
  }

  @Test
  void bothAddTheSameColumn() {
    branches(
        "- add_column: {table: users, column: {name: phone, type: string(20)}}",
        "- add_column: {table: users, column: {name: Phone, type: string(30)}}");
    List<Diagnostic> found = found("postgresql");
    assertThat(message(found))
        .isEqualTo(
            "The revisions a1 (Revision a1) and b1 (Revision b1) collide, and neither builds on the"
                + " other: after add_column users.phone (schema/versions/a1.yaml:6:5), add_column"
                + " users.Phone does not fit. The table users has a column phone already.");
    assertThat(found.get(0).location()).hasToString("schema/versions/b1.yaml:6:5");
    assertThat(hint(found))
        .isEqualTo(
            "They fit in no order: take add_column users.Phone out of b1 and add a1 to `depends_on`"
                + " there, or the other way round.");
  }

  /** As validate says it: with both sides, also where one of them is in the database already. */
  @Test
  void upgradeNamesBothSides() throws SQLException {
    String add = "- add_column: {table: users, column: {name: phone, type: string(20)}}";
    branches(add, add);
    String message =
        "The revisions a1 (Revision a1) and b1 (Revision b1) collide, and neither builds on the"
            + " other: after add_column users.phone (schema/versions/a1.yaml:6:5), add_column"
            + " users.phone does not fit. The table users has a column phone already.";
    assertThatThrownBy(
            () -> new Upgrade(project.offline("h2")).run(new Upgrade.Request("base:heads", true)))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(message(e.diagnostics())).isEqualTo(message));
    try (TestDatabase database = TestDatabases.fresh("h2")) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("a1", false));
      assertThatThrownBy(
              () -> new Upgrade(project.workspace(database)).run(new Upgrade.Request("b1", false)))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e -> assertThat(message(e.diagnostics())).isEqualTo(message));
    }
  }

  @Test
  void theColumnThatBothAddGoesFromOne() {
    bothAddTheSameColumn();
    project.revision("b1", "base0\ndepends_on: [a1]", "[]");
    assertThat(found("postgresql")).isEmpty();
    bothAddTheSameColumn();
    project.revision("a1", "base0\ndepends_on: [b1]", "[]");
    assertThat(found("postgresql")).isEmpty();
  }

  /** To build on the other helps what uses the column. */
  @Test
  void oneOfTwoColumnsGoesAndWhatUsesItStays() {
    String add = "- add_column: {table: users, column: {name: phone, type: string(20)}}\n";
    String index = "- create_index: {name: ix_phone, table: users, columns: [phone]}\n";
    branches(add, add + index);
    assertThat(hint(found("h2")))
        .startsWith("They fit in no order: take add_column users.phone out of b1 and add a1 to");
    project.revision("b1", "base0\ndepends_on: [a1]", index);
    assertThat(found("h2")).isEmpty();
  }

  /** Each needs the other: no order would help, though there is one for each two operations. */
  @Test
  void eachUsesWhatTheOtherBrings() {
    String add = "- add_column: {table: users, column: {name: %s, type: string(20)}}\n";
    String index = "- create_index: {name: ix_%1$s, table: users, columns: [%1$s]}\n";
    branches(
        add.formatted("phone") + index.formatted("fax"),
        add.formatted("fax") + index.formatted("phone"));
    assertThat(found("h2"))
        .extracting(Diagnostic::hint)
        .contains("They fit in no order: change one of the revisions.");
  }

  @ParameterizedTest
  @CsvSource({"mysql,1", "mariadb,1", "postgresql,0", "h2,0"})
  void bothAddAnIdentityColumn(String dialect, int conflicts) {
    String add =
        """
        - add_column: {table: tags, column: {name: %1$s, type: integer, nullable: false, identity: true}}
        - create_unique_constraint: {name: uq_%1$s, table: tags, columns: [%1$s]}
        """;
    branches(add.formatted("m"), add.formatted("n"));
    List<Diagnostic> found = found(dialect);
    assertThat(found).hasSize(conflicts);
    if (conflicts > 0) {
      assertThat(found.get(0).message())
          .contains("The revisions a1 (Revision a1) and b1 (Revision b1) collide")
          .contains("does not support more than one identity column in a table");
    }
  }

  @ParameterizedTest
  @CsvSource({"mysql,1", "mariadb,1", "postgresql,0"})
  void bothMakeTheRowTooLong(String dialect, int conflicts) {
    String add = "- add_column: {table: tags, column: {name: %s, type: string(%d)}}";
    branches(add.formatted("m", 15_000), add.formatted("n", 1_500));
    assertThat(found(dialect)).hasSize(conflicts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create_index: {name: f, table: orders, columns: [user_name]}"
            + "|create_foreign_key: {name: f, table: orders, columns: [user_id], references:"
            + " {table: users}}",
        "create_check_constraint: {name: c, table: orders, sql: user_id > 0}"
            + "|create_foreign_key: {name: f, table: orders, columns: [user_id], references:"
            + " {table: users, on_update: cascade}}",
      })
  void whatMysqlRefusesBesideAForeignKey(String beside, String foreignKey) {
    branches("- " + beside, "- " + foreignKey);
    assertThat(message(found("mysql"))).contains("collide").contains("MySQL does not support");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create_check_constraint: {name: x, table: users, sql: length(\"Phone\") > 3}",
        "add_column: {table: users, column: {name: y, type: integer, computed: length(phone)}}",
        "create_index: {name: x, table: users, columns: [{sql: lower(phone)}]}",
        "create_index: {name: x, table: users, columns: [name], where: phone IS NOT NULL}",
      })
  void textNamesWhatTheOtherBrings(String text) {
    branches("- add_column: {table: users, column: {name: phone, type: string(20)}}", "- " + text);
    List<Diagnostic> found = found("postgresql");
    assertThat(message(found))
        .contains(" fits only after add_column users.phone (")
        .endsWith("The table users has no column phone.");
    assertThat(hint(found)).isEqualTo("Add a1 to `depends_on` in b1, or change one.");
    project.revision("b1", "base0\ndepends_on: [a1]", "- " + text);
    assertThat(found("postgresql")).isEmpty();
  }

  /** Behind the other the text would name nothing; the model alone would take it. */
  @Test
  void textNamesWhatTheOtherTakesAway() {
    branches(
        "- drop_column: {table: users, column: email}",
        "- create_check_constraint: {name: x, table: users, sql: email <> ''}");
    List<Diagnostic> found = found("postgresql");
    assertThat(message(found)).endsWith("does not fit. The table users has no column email.");
    assertThat(hint(found)).startsWith("They fit in no order: take create_check_constraint x on");
    branches(
        "- alter_column: {table: users, column: email, new_name: mail}",
        "- create_check_constraint: {name: x, table: users, sql: email <> ''}");
    assertThat(hint(found("postgresql"))).startsWith("Add b1 to `depends_on` in a1");
  }

  @Test
  void oneDropsWhatTheOtherAlters() {
    branches(
        "- drop_column: {table: users, column: email}",
        "- alter_column: {table: users, column: email, nullable: false}");
    List<Diagnostic> found = found("postgresql");
    assertThat(message(found))
        .contains("after drop_column users.email (schema/versions/a1.yaml:6:5), alter_column users")
        .endsWith("does not fit. The table users has no column email.");
    assertThat(hint(found))
        .isEqualTo("Add b1 to `depends_on` in a1 (schema/versions/a1.yaml:2:11), or change one.");
  }

  @Test
  void oneRenamesWhatTheOtherIndexes() {
    branches(
        "- alter_column: {table: users, column: email, new_name: mail}",
        "- create_index: {name: ix_email, table: users, columns: [email]}");
    List<Diagnostic> found = found("mysql");
    assertThat(message(found)).contains("after alter_column users.email (").contains("no column");
    assertThat(hint(found)).startsWith("Add b1 to `depends_on` in a1 ");
  }

  @Test
  void oneUsesWhatTheOtherBrings() {
    branches(
        "- add_column: {table: users, column: {name: phone, type: string(20)}}",
        "- create_index: {name: ix_phone, table: users, columns: [phone]}");
    List<Diagnostic> found = found("h2");
    assertThat(message(found))
        .contains("create_index ix_phone on users fits only after add_column users.phone (")
        .endsWith("The table users has no column phone.");
    assertThat(hint(found)).isEqualTo("Add a1 to `depends_on` in b1, or change one.");
  }

  @Test
  void aRevisionForgotWhatItBuildsOn() {
    project.revision("z1", null, "- drop_table: {name: users}");
    List<Diagnostic> found = found("h2");
    assertThat(message(found)).endsWith("There is no table users.");
    assertThat(hint(found))
        .isEqualTo(
            "Write `down_revision: base0` in z1, if it belongs on top of it."
                + " Else: add base0 to `depends_on` in z1, or change one.");
  }

  @Test
  void bothAlterTheSame() {
    branches(
        "- alter_column: {table: users, column: name, type: string(30)}",
        "- alter_column: {table: users, column: name, type: string(40)}");
    List<Diagnostic> found = found("sqlite");
    assertThat(message(found))
        .endsWith(
            "the schema depends on whether alter_column users.name (schema/versions/a1.yaml:6:5)"
                + " or alter_column users.name comes last: the column name of users has the type"
                + " string(40) and not string(30).");
    assertThat(hint(found)).startsWith("Say which comes last: add a1 to `depends_on` in b1");
  }

  @Test
  void bothCreateTheSameTable() {
    String create =
        "- create_table: {name: roles, columns: [{name: id, type: integer, primary_key: true}]}";
    branches(create, create);
    assertThat(message(found("sqlite"))).contains("The table roles exists already.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create_unique_constraint: {name: u, table: users, columns: [name]}"
            + "|create_foreign_key: {name: f, table: orders, columns: [user_name], references:"
            + " {table: users, columns: [name]}}",
        "create_primary_key: {name: p, table: tags, columns: [id]}"
            + "|create_foreign_key: {name: f, table: orders, columns: [user_id], references:"
            + " {table: tags}}",
      })
  void aForeignKeyNeedsAKey(String key, String foreignKey) {
    branches("- " + key, "- " + foreignKey);
    assertThat(message(found("postgresql"))).contains("create_foreign_key f on orders fits only");
  }

  @Test
  void oneDropsTheTableToWhichTheOtherRefers() {
    branches(
        "- drop_table: {name: users}",
        """
        - create_foreign_key: {name: fk_u, table: orders, columns: [user_id], references: {table: users}}
        """);
    List<Diagnostic> found = found("mariadb");
    assertThat(message(found)).contains("after drop_table users (").contains("no table users");
    assertThat(hint(found))
        .isEqualTo(
            "They fit in no order: take create_foreign_key fk_u on orders out of b1 and add a1 to"
                + " `depends_on` there, or the other way round.");
  }

  @ParameterizedTest
  @CsvSource({"postgresql,1", "h2,1", "sqlite,1", "mysql,0", "mariadb,0"})
  void aNameOfAnIndexIsTakenWhereTheDatabaseSaysSo(String dialect, int conflicts) {
    branches(
        "- create_index: {name: ix, table: users, columns: [name]}",
        "- create_index: {name: ix, table: orders, columns: [user_id]}");
    assertThat(found(dialect)).hasSize(conflicts);
  }

  @Test
  void anEnumTypeIsOneThingOnPostgresql() {
    String add =
        "- add_column: {table: %s, column: {name: m, type: {enum: {name: mood, values: %s}}}}";
    branches(add.formatted("users", "[sad, ok]"), add.formatted("orders", "[sad, ok, happy]"));
    assertThat(message(found("postgresql")))
        .endsWith(
            "does not fit. PostgreSQL does not support another set of values for the enum type mood"
                + " that users uses.");
    assertThat(found("mysql")).isEmpty();
    branches(add.formatted("users", "[sad, ok]"), add.formatted("orders", "[sad, ok]"));
    assertThat(found("postgresql")).isEmpty();
  }

  @Test
  void anEnumTypeCannotBeNamedLikeATable() {
    branches(
        "- add_column: {table: users, column: {name: m, type: {enum: {name: mood, values: [ok]}}}}",
        "- create_table: {name: mood, columns: [{name: id, type: integer, primary_key: true}]}");
    assertThat(message(found("postgresql"))).contains("an enum type and a table of the same name");
    assertThat(found("h2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
  void whatIsAboutDifferentThingsGetsOn(String dialect) {
    branches(
        """
        - add_column: {table: users, column: {name: phone, type: string(20)}}
        - create_index: {name: ix_phone, table: users, columns: [phone]}
        - alter_column: {table: users, column: name, nullable: false}
        - create_unique_constraint: {name: uq_phone, table: users, columns: [phone]}
        """,
        """
        - add_column: {table: users, column: {name: fax, type: string(20)}}
        - alter_column: {table: users, column: name, default: nobody}
        - bulk_insert: {table: users, rows: [{id: 1, name: x, fax: y}]}
        - create_check_constraint: {name: ck_fax, table: users, sql: "fax <> 'x'"}
        - create_foreign_key: {name: fk_u, table: orders, columns: [user_id], references: {table: users}}
        - execute: UPDATE users SET fax = name
        """);
    assertThat(found(dialect)).isEmpty();
  }

  @Test
  void aRowMissesAValueThatTheOtherBranchWants() {
    branches(
        "- bulk_insert: {table: users, rows: [{id: 1}]}",
        "- alter_column: {table: users, column: name, nullable: false}");
    List<Diagnostic> found = found("h2");
    assertThat(message(found)).contains("bulk_insert users (").contains("no value for name");
    assertThat(hint(found)).isEqualTo("Add a1 to `depends_on` in b1, or change one.");
  }

  @Test
  void twoCommentsAreAConflictAndTheSameTwiceIsNot() {
    String comment = "- create_table_comment: {table: users, comment: %s}";
    branches(comment.formatted("People"), comment.formatted("Customers"));
    assertThat(message(found("postgresql"))).endsWith("comes last: the comment of users differs.");
    branches(comment.formatted("People"), comment.formatted("People"));
    assertThat(found("postgresql")).isEmpty();
  }

  @Test
  void rawSqlCountsWithItsEffects() {
    String parent = "base0\ndowngrade: {irreversible: no way}";
    project
        .revision("a1", parent, "- execute: ALTER TABLE users DROP COLUMN email")
        .revision(
            "b1",
            parent,
            """
            - execute:
                sql: ALTER TABLE users ALTER email SET NOT NULL
                effects: [{alter_column: {table: users, column: email, nullable: false}}]
            """);
    assertThat(message(found("postgresql")))
        .contains("collide")
        .contains("after execute (schema/versions/a1.yaml:7:5), execute does not fit.");
  }

  @Test
  void dependsOnMakesAnOrder() {
    project
        .revision(
            "a1", "base0", "- add_column: {table: users, column: {name: phone, type: string(20)}}")
        .revision(
            "b1",
            "base0\ndepends_on: [a1]",
            "- create_index: {name: ix_phone, table: users, columns: [phone]}");
    assertThat(found("postgresql")).isEmpty();
  }

  @Test
  void aLabelInDependsOnMakesOneToo() {
    project
        .file(
            "versions/a1.yaml",
            """
            format: 1
            revision: a1
            down_revision: base0
            branch_labels: [phones]
            upgrade:
              - add_column: {table: users, column: {name: phone, type: string(20)}}
            """)
        .revision(
            "b1",
            "base0\ndepends_on: [phones]",
            "- create_index: {name: ix_phone, table: users, columns: [phone]}");
    assertThat(found("postgresql")).isEmpty();
  }

  @Test
  void aMergeDoesNotMakeItGood() {
    bothAddTheSameColumn();
    project.revision("m1", "[a1, b1]", "[]");
    assertThat(message(found("postgresql"))).contains("a1 (Revision a1) and b1 (Revision b1)");
  }

  @Test
  void aMergeComesAfterBoth() {
    branches(
        "- add_column: {table: users, column: {name: phone, type: string(20)}}",
        "- add_column: {table: users, column: {name: fax, type: string(20)}}");
    project.revision(
        "m1", "[a1, b1]", "- create_index: {name: ix_both, table: users, columns: [phone, fax]}");
    assertThat(found("postgresql")).isEmpty();
  }

  @Test
  void eachOfThreeBranchesWithEachOther() {
    branches(
        "- alter_column: {table: users, column: name, type: string(30)}",
        "- alter_column: {table: users, column: name, type: string(40)}");
    project.revision(
        "c1", "base0", "- alter_column: {table: users, column: name, type: string(50)}");
    assertThat(found("postgresql"))
        .extracting(Diagnostic::message)
        .satisfiesExactly(
            m -> assertThat(m).contains("a1 (Revision a1) and b1 (Revision b1)"),
            m ->
                assertThat(m)
                    .contains("a1 (Revision a1) and c1 (Revision c1)")
                    .endsWith(
                        "It collides as well with b1 (Revision b1) (schema/versions/b1.yaml:6:5)."));
  }

  /** b2 and b3 would fit if it were not for a1 and b1. */
  @Test
  void whatFollowsIsNotSaidAgain() {
    branches(
        "- create_table: {name: roles, columns: [{name: id, type: integer, primary_key: true}]}",
        "- create_table: {name: roles, columns: [{name: id, type: bigint, primary_key: true}, {name: x, type: date}]}");
    project
        .revision("b2", "b1", "- alter_column: {table: roles, column: x, nullable: false}")
        .revision("b3", "b2", "- drop_table: {name: roles}")
        .revision("a2", "a1", "- create_index: {name: ix, table: users, columns: [name]}");
    assertThat(message(found("h2"))).contains("a1 (Revision a1) and b1 (Revision b1)");
    project.revision("b4", "b3", "- create_index: {name: ix, table: users, columns: [email]}");
    assertThat(found("h2"))
        .extracting(Diagnostic::message)
        .satisfiesExactly(
            m -> assertThat(m).contains("a1 (Revision a1) and b1 (Revision b1)"),
            m -> assertThat(m).contains("a2 (Revision a2) and b4 (Revision b4)"));
  }

  /** A mistake within a branch stays one, whatever the other branch does. */
  @Test
  void otherMistakesAreStillFound() {
    branches(
        "- drop_column: {table: users, column: email}",
        """
        - alter_column: {table: users, column: email, nullable: false}
        - drop_column: {table: users, column: nosuch}
        """);
    assertThat(found("h2"))
        .extracting(Diagnostic::message)
        .satisfiesExactly(
            m -> assertThat(m).contains("collide"),
            m -> assertThat(m).isEqualTo("The table users has no column nosuch."));
  }

  @Test
  void whatIsForOneDatabaseCountsThere() {
    String index = "- create_index: {name: ix, table: users, columns: [%s], dialects: [mysql]}";
    branches(index.formatted("name"), index.formatted("email"));
    assertThat(found("mysql")).hasSize(1);
    assertThat(found("h2")).isEmpty();
  }

  @Test
  void twoRevisionsInARowAreNotCompared() {
    project
        .revision("a1", "base0", "- drop_column: {table: users, column: email}")
        .revision(
            "a2", "a1", "- add_column: {table: users, column: {name: email, type: string(99)}}");
    assertThat(found("h2")).isEmpty();
  }
}
