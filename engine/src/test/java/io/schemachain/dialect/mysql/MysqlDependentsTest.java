package io.schemachain.dialect.mysql;

import static io.schemachain.dialect.mysql.Given.T;
import static io.schemachain.dialect.mysql.Given.check;
import static io.schemachain.dialect.mysql.Given.column;
import static io.schemachain.dialect.mysql.Given.create;
import static io.schemachain.dialect.mysql.Given.foreignKey;
import static io.schemachain.dialect.mysql.Given.identity;
import static io.schemachain.dialect.mysql.Given.rename;
import static io.schemachain.dialect.mysql.Given.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameConstraint;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes with a column or a name, and is made again, is what the revisions made. */
class MysqlDependentsTest {
  static Stream<String> servers() {
    return MysqlServer.names();
  }

  private static Table people() {
    return table(
        "t",
        identity("id"),
        column("name", "string(20)"),
        column("Age", "integer"),
        column("a b", "numeric(10,2)"));
  }

  /** The text of each is compared with what the server shows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "age > 0",
        "`Age`>=-1 AND age <= 150",
        "age > 0 OR (name IS NOT NULL and `a b` < 1.50)",
        "name IN ('Eva', 'Bob B.') AND age IN (1, 2)",
        "name LIKE 'E%'",
        "age BETWEEN 1 AND 5",
        "age is null or age * 2 + 1 - `a b` / 3 <> 5",
        "CHAR_LENGTH(name) > 3",
        "Coalesce(age, 0) < 5 AND lower(name) = name",
        "length(upper(concat(name, 'x'))) > abs(Age)",
        "age != 5",
        "NOT (age = 5)",
        "age = 5 || age = 6",
        "name NOT LIKE 'it''s%' AND trim(name) = name",
        "CASE WHEN age > 5 THEN name ELSE 'x' END = 'x'",
      })
  void aCheckAsTheRevisionsMadeItFollows(String sql) throws SQLException {
    for (String name : servers().toList()) {
      try (MysqlServer server = new MysqlServer(name)) {
        server.run(new CreateTable(people().plus(check("ck", sql))));
        server.run(rename("Age", "years"));
        server.run(rename("years", "Age"));
        server.run(new RenameConstraint(T, "ck", ObjectKind.CHECK, "ck2"));
        assertThat(server.table("t")).contains("CONSTRAINT `ck2` CHECK");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aCheckThatSomebodyChangedIsNotMadeAgain(String name) throws SQLException {
    String drop = name.equals("mysql") ? "DROP CHECK ck, " : "DROP CONSTRAINT ck, ";
    List<String> changes =
        List.of(
            drop + "ADD CONSTRAINT ck CHECK (age > 1 AND name <> 'Eva')",
            drop + "ADD CONSTRAINT ck CHECK (age > 0 AND name <> 'eva')",
            drop + "ADD CONSTRAINT ck CHECK (age > 0)",
            drop.replace(", ", ""));
    for (String change : changes) {
      assertRefused(
          name,
          people().plus(check("ck", "age > 0 AND name <> 'Eva'")),
          change,
          new RenameConstraint(T, "ck", ObjectKind.CHECK, "ck2"),
          "The check constraint ck of t");
    }
  }

  @Test
  void mysqlComparesWhatFollowsAColumn() throws SQLException {
    Table checked = people().plus(check("ck", "Age > 0"));
    assertRefused(
        "mysql",
        checked,
        "DROP CHECK ck, ADD CONSTRAINT ck CHECK (Age > 1)",
        rename("Age", "years"),
        "The check constraint ck of t");
    assertRefused(
        "mysql",
        checked,
        "ALTER CHECK ck NOT ENFORCED",
        rename("Age", "years"),
        "The check constraint ck of t");
    List<IndexPart> parts =
        List.of(
            new IndexPart.ExpressionPart("lower(name)", false),
            new IndexPart.ColumnPart("Age", true));
    Table indexed = people().plus(new Index("ix", parts, false, null));
    for (String index :
        List.of(
            "INDEX ix ((upper(name)), Age DESC)",
            "INDEX ix ((lower(name)), Age)",
            "INDEX ix ((lower(name)), Age DESC, id)",
            "INDEX ix ((lower(name)))",
            "INDEX ix (Age DESC, (lower(name)))",
            "INDEX ix (name, Age DESC)",
            "UNIQUE INDEX ix ((lower(name)), Age DESC)",
            "INDEX ix ((lower(name)), Age DESC) INVISIBLE",
            "INDEX ix ((lower(name)), Age DESC) COMMENT 'mine'",
            "INDEX other (name)")) {
      assertRefused(
          "mysql",
          indexed,
          "DROP INDEX ix, ADD " + index,
          rename("name", "called"),
          "The index ix of t");
    }
    try (MysqlServer server = new MysqlServer("mysql")) {
      Options options = Options.of("mysql", Map.of("invisible", "true", "comment", "it's"));
      server.run(
          new CreateTable(
              people()
                  .plus(new Index("ix", parts, true, null).withOptions(options))
                  .plus(
                      new Index(
                          "ix2",
                          List.of(
                              new IndexPart.ExpressionPart("concat(name, 'X')", true),
                              new IndexPart.ColumnPart("name", 5, IndexPart.Options.DEFAULT)),
                          false,
                          null))));
      server.upDownUp(rename("name", "called"));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aForeignKeyThatSomebodyChangedIsNotMadeAgain(String name) throws SQLException {
    Table referring =
        table("t", identity("id"), column("a", "bigint"), column("b", "bigint"))
            .plus(
                foreignKey("fk", "p", "a", ReferentialAction.CASCADE, ReferentialAction.NO_ACTION));
    RenameConstraint rename = new RenameConstraint(T, "fk", ObjectKind.FOREIGN_KEY, "fk2");
    for (String change :
        List.of(
            "ADD CONSTRAINT fk FOREIGN KEY (b) REFERENCES p (id) ON DELETE CASCADE",
            "ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES t (id) ON DELETE CASCADE",
            "ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) ON DELETE SET NULL",
            "ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE ON UPDATE"
                + " CASCADE",
            "")) {
      try (MysqlServer server = new MysqlServer(name)) {
        server.run(create("p", identity("id")), new CreateTable(referring));
        server.upDownUp(rename);
        server.run(new RenameConstraint(T, "fk2", ObjectKind.FOREIGN_KEY, "fk"));
        server.execute("ALTER TABLE t DROP FOREIGN KEY fk, DROP INDEX fk");
        if (!change.isEmpty()) {
          server.execute("ALTER TABLE t " + change);
        }
        assertRefused(server, rename, "The foreign key fk of t");
      }
    }
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(create("p", identity("id")), new CreateTable(referring));
      server.execute("ALTER TABLE t DROP INDEX fk, ADD INDEX fk (a, b)");
      assertRefused(server, rename, "The index fk of t");
    }
  }

  private static void assertRefused(
      String name, Table table, String change, Operation operation, String what)
      throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(new CreateTable(table));
      server.execute("ALTER TABLE t " + change);
      assertRefused(server, operation, what);
    }
  }

  private static void assertRefused(MysqlServer server, Operation operation, String what)
      throws SQLException {
    List<String> before = server.tables();
    assertThatThrownBy(() -> server.run(operation))
        .as(before.toString())
        .hasMessageContaining(what + " is not as the revisions made it.");
    assertThat(server.tables()).isEqualTo(before);
    server.execute("CREATE TABLE still_writable (a INT)");
  }
}
