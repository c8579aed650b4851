package io.schemachain.dialect.mysql;

import static io.schemachain.dialect.mysql.Given.T;
import static io.schemachain.dialect.mysql.Given.check;
import static io.schemachain.dialect.mysql.Given.column;
import static io.schemachain.dialect.mysql.Given.computed;
import static io.schemachain.dialect.mysql.Given.constant;
import static io.schemachain.dialect.mysql.Given.create;
import static io.schemachain.dialect.mysql.Given.expression;
import static io.schemachain.dialect.mysql.Given.foreignKey;
import static io.schemachain.dialect.mysql.Given.identity;
import static io.schemachain.dialect.mysql.Given.index;
import static io.schemachain.dialect.mysql.Given.rename;
import static io.schemachain.dialect.mysql.Given.required;
import static io.schemachain.dialect.mysql.Given.setDefault;
import static io.schemachain.dialect.mysql.Given.setNullable;
import static io.schemachain.dialect.mysql.Given.setType;
import static io.schemachain.dialect.mysql.Given.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.DropTableComment;
import io.schemachain.operation.RenameTable;
import io.schemachain.operation.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is rendered runs on real servers, and leads back to where it came from. */
class MysqlTablesTest {
  static Stream<String> servers() {
    return MysqlServer.names();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void everyTypeWithADefault(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      DataType mood = new DataType.Enumeration("mood", List.of("sad", "it's \\ ok"));
      server.upDownUp(
          create(
              "t",
              identity("id"),
              column("a", "smallint").withDefault(constant("-7")),
              column("b", "numeric(10,2)").withDefault(constant("1.50")),
              column("c", "real").withDefault(constant("1.5")),
              column("d", "double").withDefault(constant("1e10")),
              column("e", "boolean").withDefault(constant("true")),
              column("f", "char(3)").withDefault(constant("abc")),
              column("g", "string(100)").withDefault(constant("it's C:\\new\r\n'")),
              column("h", "text").withDefault(constant("long's")),
              column("i", "date").withDefault(constant("2026-11-20")),
              column("j", "time").withDefault(constant("12:10:00.5")),
              column("k", "timestamp").withDefault(constant("2026-11-20T12:10:00.123456")),
              column("l", "timestamptz(3)").withDefault(constant("2026-11-20T12:10:00+02:00")),
              column("m", "binary(4)").withDefault(constant("0x00ff00aa")),
              column("n", "varbinary(10)").withDefault(constant("cafe")),
              column("o", "blob").withDefault(constant("00ff")),
              column("p", "uuid").withDefault(constant("0f8fad5b-d9cb-469f-a165-70867728950e")),
              column("q", "json").withDefault(constant("{\"a\": \"b\\n\"}")),
              Column.of("r", mood).withDefault(constant("it's \\ ok")),
              Column.of("s", new DataType.Native("DATETIME(3)")).withDefault(expression("now()")),
              column("u", "string(16)").withCollation("utf8mb4_bin").withComment("it's"),
              required("v", "timestamptz").withDefault(expression("CURRENT_TIMESTAMP")),
              column("w", "timestamp(0)").withDefault(expression("(current_timestamp())")),
              column("x", "date").withDefault(expression("CURRENT_DATE")),
              column("y", "string(36)").withDefault(expression("uuid()")),
              column("z", "timestamp").withDefault(expression("CURRENT_TIMESTAMP(3)"))));
      server.execute("INSERT INTO t () VALUES ()");
      assertThat(server.query("SELECT HEX(CONCAT_WS('|', a, b, e, f)) FROM t"))
          .containsExactly(hex("-7|1.50|1|abc"));
      assertThat(server.query("SELECT HEX(g) FROM t")).containsExactly(hex("it's C:\\new\r\n'"));
      assertThat(server.query("SELECT h FROM t")).containsExactly("long's");
      assertThat(server.query("SELECT CONCAT_WS('|', i, j, k, l) FROM t"))
          .containsExactly(
              "2026-11-20|12:10:00.500000|2026-11-20 12:10:00.123456|2026-11-20 10:10:00.000");
      assertThat(server.query("SELECT CONCAT_WS('|', HEX(m), HEX(n), HEX(o)) FROM t"))
          .containsExactly("00FF00AA|CAFE|00FF");
      assertThat(server.query("SELECT CONCAT_WS('|', p, JSON_VALUE(q, '$.a'), r) FROM t"))
          .containsExactly("0f8fad5b-d9cb-469f-a165-70867728950e|b\n|it's \\ ok");
      assertThat(
              server.query(
                  "SELECT COUNT(*) FROM t WHERE v IS NOT NULL AND w IS NOT NULL"
                      + " AND x IS NOT NULL AND LENGTH(y) = 36 AND z IS NOT NULL AND s IS NOT NULL"))
          .containsExactly("1");
    }
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    text.chars().forEach(c -> hex.append("%02X".formatted(c)));
    return hex.toString();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void namesThatNeedQuotes(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      List<String> sql =
          server.upDownUp(
              new CreateTable(
                  table("Order Lines", identity("select"), column("a`b.c", "integer"))
                      .plus(index("Ix 1", "a`b.c"))
                      .plus(check("rank", "`a``b.c` > 0"))
                      .withComment("it's \\")),
              new RenameTable(TableName.of("Order Lines"), "group"));
      assertThat(sql.get(1)).isEqualTo("RENAME TABLE `Order Lines` TO `group`");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void anAlteredColumnLosesNothing(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(
          create(
              "t",
              identity("id").withComment("the key"),
              required("a", "string(20)")
                  .withCollation("utf8mb4_bin")
                  .withDefault(constant("x"))
                  .withComment("say 'a'"),
              column("b", "timestamp").withDefault(expression("now()")),
              column("c", "integer"),
              computed("d", "c + 1", true).withComment("sum"),
              computed("e", "c + 2", false),
              column("f", "text").withDefault(constant("y")),
              column("g", "timestamptz")));
      server.upDownUp(setType("id", "integer"));
      server.upDownUp(setType("a", "string(30)"));
      server.upDownUp(setNullable("a", true));
      server.upDownUp(setDefault("a", constant("it's")));
      server.upDownUp(setDefault("a", null));
      server.upDownUp(rename("a", "aa"));
      server.upDownUp(
          new AlterColumn(
              T, "aa", "a", type("string(40)"), true, Change.drop(), Change.to("other")));
      server.upDownUp(setDefault("b", null));
      server.upDownUp(setNullable("c", false));
      server.upDownUp(setDefault("c", constant("5")));
      server.upDownUp(setDefault("c", expression("1 + 1")));
      server.upDownUp(setDefault("f", null));
      server.upDownUp(setDefault("g", constant("2026-01-02T03:04:05Z")));
      server.upDownUp(setDefault("g", expression("current_timestamp")));
      server.upDownUp(
          new AlterColumn(T, "d", null, null, null, Change.none(), Change.to("new sum")));
      server.upDownUp(
          new AlterColumn(T, "e", null, type("bigint"), null, Change.none(), Change.drop()));
      assertThat(server.table("t"))
          .contains("AUTO_INCREMENT COMMENT 'the key'", "COMMENT 'new sum'", "COMMENT 'other'");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aColumnThatSomebodyChangedIsNotOverwritten(String name) throws SQLException {
    for (String change :
        List.of(
            "MODIFY COLUMN a VARCHAR(30) NOT NULL DEFAULT 'x'",
            "MODIFY COLUMN a VARCHAR(20) DEFAULT 'x'",
            "MODIFY COLUMN a VARCHAR(20) NOT NULL",
            "MODIFY COLUMN a VARCHAR(20) NOT NULL DEFAULT 'y'",
            "MODIFY COLUMN a VARCHAR(20) NOT NULL DEFAULT 'x' COMMENT 'mine'",
            "MODIFY COLUMN a VARCHAR(20) COLLATE utf8mb4_bin NOT NULL DEFAULT 'x'",
            "MODIFY COLUMN a VARCHAR(20) CHARACTER SET latin1 NOT NULL DEFAULT 'x'",
            "MODIFY COLUMN a VARCHAR(20) NOT NULL DEFAULT 'x' INVISIBLE",
            "MODIFY COLUMN a VARCHAR(20) NOT NULL DEFAULT (concat('x'))",
            "MODIFY COLUMN a CHAR(20) NOT NULL DEFAULT 'x'",
            "DROP COLUMN a, ADD COLUMN a VARCHAR(20) GENERATED ALWAYS AS ('x') STORED",
            "DROP COLUMN a")) {
      try (MysqlServer server = new MysqlServer(name)) {
        server.run(
            create("t", identity("id"), required("a", "string(20)").withDefault(constant("x"))));
        server.execute("ALTER TABLE t " + change);
        List<String> before = server.tables();
        assertThatThrownBy(() -> server.run(setType("a", "string(40)")))
            .hasMessageContaining("The column a of t is not as the revisions made it.");
        assertThat(server.tables()).isEqualTo(before);
        server.execute("CREATE TABLE still_writable (a INT)");
      }
    }
  }

  /** What else there is of other types; each change is seen by one attribute. */
  @ParameterizedTest
  @MethodSource("servers")
  void whatSomebodyGaveAColumnIsSeen(String name) throws SQLException {
    String column = name.equals("mysql") ? "n DECIMAL(10,2)" : "n DECIMAL(10,2) CHECK (n < 5)";
    for (String change :
        List.of(
            "at DATETIME(6) DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP(6)",
            "at DATETIME(3)",
            "n DECIMAL(10,2) DEFAULT 2.5",
            "n DECIMAL(10,2) UNSIGNED DEFAULT 1.5",
            column + " DEFAULT 1.5" + (name.equals("mysql") ? " COMMENT 'mine'" : ""),
            "flag BOOLEAN DEFAULT false",
            "day DATE DEFAULT '2026-11-21'",
            "twice INT GENERATED ALWAYS AS (1) STORED COMMENT 'mine'",
            "id BIGINT NOT NULL",
            "big BIGINT UNSIGNED")) {
      try (MysqlServer server = new MysqlServer(name)) {
        server.run(
            create(
                "t",
                identity("id"),
                column("at", "timestamp"),
                column("n", "numeric(10,2)").withDefault(constant("1.5")),
                column("flag", "boolean").withDefault(constant("true")),
                column("day", "date").withDefault(constant("2026-11-20")),
                computed("twice", "1", true),
                column("big", "bigint")));
        String changed = change.substring(0, change.indexOf(' '));
        AlterColumn comment =
            new AlterColumn(T, changed, null, null, null, Change.none(), Change.to("new"));
        server.upDownUp(comment);
        server.run(new AlterColumn(T, changed, null, null, null, Change.none(), Change.drop()));
        String definition =
            change.replace(" CHECK (n < 5) DEFAULT 1.5", " DEFAULT 1.5 CHECK (n < 5)");
        server.execute("ALTER TABLE t MODIFY COLUMN " + definition);
        List<String> before = server.tables();
        assertThatThrownBy(() -> server.run(comment))
            .as(change)
            .hasMessageContaining(
                "The column " + changed + " of t is not as the revisions made it.");
        assertThat(server.tables()).isEqualTo(before);
      }
    }
  }

  /** What {@code if_not_exists} finds has to be the same. */
  @ParameterizedTest
  @MethodSource("servers")
  void whatIsThereAlreadyIsCompared(String name) throws SQLException {
    Column b = column("b", "string(20)").withDefault(constant("x")).withComment("it's");
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(create("t", identity("id")));
      server.execute("ALTER TABLE t ADD COLUMN b VARCHAR(20) DEFAULT 'x' COMMENT 'it''s'");
      server.run(new AddColumn(T, b, null, true));
      assertThat(server.table("t")).containsOnlyOnce("`b`");
      server.run(new DropColumn(T, "b", true), new DropColumn(T, "nothing", true));
      assertThat(server.table("t")).doesNotContain("`b`");
      server.execute("ALTER TABLE t ADD COLUMN b VARCHAR(30) DEFAULT 'x' COMMENT 'it''s'");
      assertThatThrownBy(() -> server.run(new AddColumn(T, b, null, true)))
          .hasMessageContaining("The table t had a column of that name before, and it is another");
      server.execute("CREATE TABLE u (id BIGINT NOT NULL PRIMARY KEY, other INT)");
      assertThatThrownBy(
              () -> server.run(new CreateTable(table("u", required("id", "bigint")), true)))
          .hasMessageContaining("The table u was there before, and is not as this revision makes");
    }
  }

  /** Every type passes its own check. */
  @ParameterizedTest
  @MethodSource("servers")
  void aColumnAsTheRevisionsMadeItMayChange(String name) throws SQLException {
    for (String type :
        List.of(
            "smallint",
            "integer",
            "bigint",
            "numeric(10,2)",
            "real",
            "double",
            "boolean",
            "char(3)",
            "string(10)",
            "text",
            "date",
            "time(3)",
            "timestamp(0)",
            "timestamptz",
            "binary(4)",
            "varbinary(10)",
            "blob",
            "uuid",
            "json")) {
      try (MysqlServer server = new MysqlServer(name)) {
        server.run(create("t", identity("id"), column("a", type)));
        server.upDownUp(
            new AlterColumn(T, "a", null, null, false, Change.none(), Change.to("new")));
      }
    }
  }

  private static DataType type(String text) {
    return Given.type(text);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aDefaultThatWasDroppedIsGone(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(
          create(
              "t",
              identity("id"),
              column("a", "integer").withDefault(constant("1")),
              column("b", "timestamp").withDefault(expression("now()")),
              column("c", "text").withDefault(constant("x")),
              column("d", "timestamp").withDefault(constant("2026-01-01"))));
      server.run(
          setDefault("a", null),
          setDefault("b", null),
          setDefault("c", null),
          setDefault("d", null));
      server.execute("INSERT INTO t () VALUES ()");
      assertThat(server.query("SELECT COALESCE(a, b, c, d, 'none') FROM t"))
          .containsExactly("none");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aRenamedColumnIsFollowed(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(
          new CreateTable(
              table("t", identity("id"), column("a", "integer"), column("b", "integer"))
                  .plus(check("ck_a", "a > 0 AND b <> a"))
                  .plus(check("ck_b", "b > 0"))
                  .plus(index("ix_a", "a", "b"))));
      server.upDownUp(rename("a", "c"));
      server.upDownUp(
          new AlterColumn(T, "c", "d", type("bigint"), false, Change.none(), Change.none()));
      assertThat(server.table("t")).contains("`d` > 0", "(`d`,`b`)");
    }
  }

  /** As far as MySQL can do it without breaking the foreign key, see MysqlRefusalsTest. */
  @ParameterizedTest
  @MethodSource("servers")
  void columnsOfACompositeForeignKeyGetOtherNames(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      TableName p = TableName.of("p");
      server.run(
          new CreateTable(
              Table.of(p, List.of(required("x", "bigint"), required("y", "bigint")))
                  .withPrimaryKey(new PrimaryKey("pk_p", List.of("x", "y")))),
          new CreateTable(
              table("t", identity("id"), column("a", "bigint"), column("b", "bigint"))
                  .plus(new UniqueConstraint("uq_t", List.of("id", "a")))
                  .plus(foreignKey("fk_p", "p", "a", "b"))
                  .plus(
                      new ForeignKey(
                          "fk_t", List.of("a", "b"), T, List.of("id", "a"), null, null))));

      server.upDownUp(rename("a", "aa"), rename("b", "bb"));
      server.upDownUp(new AlterColumn(p, "x", "xx", null, null, Change.none(), Change.none()));
      server.upDownUp(
          new DropConstraint(T, "fk_p"),
          new AlterColumn(p, "y", "yy", null, null, Change.none(), Change.none()),
          new CreateForeignKey(
              T, new ForeignKey("fk_p", List.of("aa", "bb"), p, List.of("xx", "yy"), null, null)));

      assertThat(server.table("t"))
          .contains("(`aa`, `bb`) REFERENCES `p` (`xx`, `yy`)", "REFERENCES `t` (`id`, `aa`)");
      server.execute("INSERT INTO p VALUES (1, 1)");
      server.execute("INSERT INTO t (id, aa, bb) VALUES (1, 1, 1)");
      assertThatThrownBy(() -> server.execute("INSERT INTO t (id, aa, bb) VALUES (2, 2, 2)"))
          .hasMessageContaining("a foreign key constraint fails");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aForeignKeyTakesItsIndexWithIt(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(create("p", identity("id")), create("q", identity("id")));
      server.run(create("t", identity("id"), column("a", "bigint"), column("b", "bigint")));
      List<String> sql = server.upDownUp(new CreateForeignKey(T, foreignKey("fk_a", "p", "a")));
      assertThat(sql)
          .containsExactly(
              """
              ALTER TABLE t
                ADD INDEX fk_a (a),
                ADD CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id)""");
      server.upDownUp(new CreateForeignKey(T, foreignKey("fk_a2", "q", "a")));
      sql = server.upDownUp(new CreateIndex(T, index("ix_a", "a", "b")));
      assertThat(sql)
          .containsExactly(
              """
              ALTER TABLE t
                ADD INDEX ix_a (a, b),
                DROP INDEX fk_a""");
      server.upDownUp(new CreateIndex(T, index("ix_a_too", "a")));
      server.upDownUp(new DropIndex(T, "ix_a"));
      server.upDownUp(new DropIndex(T, "ix_a_too"));
      server.upDownUp(new DropConstraint(T, "fk_a"));
      server.upDownUp(new CreateUniqueConstraint(T, new UniqueConstraint("uq", List.of("a"))));
      server.run(
          new DropConstraint(T, "fk_a2"), new DropConstraint(T, "uq"), new DropColumn(T, "a"));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void keysThatServeForeignKeys(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(create("p", identity("id")));
      server.upDownUp(
          new CreateTable(
              table("t", required("a", "bigint"), column("b", "bigint"), column("c", "bigint"))
                  .plus(foreignKey("fk_a", "p", "a"))
                  .plus(foreignKey("fk_b", "p", "b"))
                  .plus(foreignKey("fk_b2", "p", "b"))
                  .plus(foreignKey("fk_c", "p", "c"))
                  .plus(
                      new Index(
                          "ix_c", List.of(new IndexPart.ColumnPart("c", true)), false, null))));
      assertThat(server.table("t"))
          .contains("KEY `fk_b` (`b`)", "KEY `fk_c` (`c`)")
          .doesNotContain("KEY `fk_a` (`a`)", "KEY `fk_b2` (`b`)");
      server.upDownUp(new DropConstraint(T, "pk_t"));
      server.upDownUp(new CreatePrimaryKey(T, new PrimaryKey("pk_t", List.of("b", "a"))));
      server.upDownUp(new DropIndex(T, "ix_c"));
      server.upDownUp(new DropTable(T, false));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void anIdentityColumnComesWithItsKey(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(new CreateTable(table("t", required("a", "integer")).withPrimaryKey(null)));
      server.execute("INSERT INTO t VALUES (1), (2)");
      AddColumn add =
          new AddColumn(T, required("id", "bigint").withIdentity(new Identity(false, 100L, null)));
      List<String> sql =
          server.run(add, new CreatePrimaryKey(T, new PrimaryKey("pk_t", List.of("id"))));
      assertThat(sql)
          .containsExactly(
              """
              ALTER TABLE t
                ADD COLUMN id BIGINT NOT NULL AUTO_INCREMENT,
                ADD PRIMARY KEY (id),
                AUTO_INCREMENT = 100""");
      assertThat(server.query("SELECT id FROM t ORDER BY a")).containsExactly("100", "101");
    }
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(create("t", required("a", "integer")));
      assertThatThrownBy(() -> server.run(new AddColumn(T, identity("id"))))
          .hasMessageEndingWith(
              " does not support an identity column that is not the first column of a key.");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void rowsKeepTheirNumbers(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(
          create(
              "t",
              required("id", "bigint").withIdentity(new Identity(false, 50L, null)),
              column("a", "string(20)")));
      server.run(new BulkInsert(T, List.of(row("0", "zero"), row("70", "a\\b'c\r\n;--"))));
      server.execute("INSERT INTO t (a) VALUES ('next')");
      assertThat(server.query("SELECT id FROM t ORDER BY id")).containsExactly("0", "70", "71");
      assertThat(server.query("SELECT a FROM t WHERE id = 70")).containsExactly("a\\b'c\r\n;--");
      server.run(setType("id", "integer"));
      assertThat(server.query("SELECT MIN(id) FROM t")).containsExactly("0");
    }
  }

  private static Row row(String id, String a) {
    return new Row(List.of("id", "a"), List.of(Value.text(id), Value.text(a)));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theRest(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.run(create("p", identity("id")));
      server.run(create("t", identity("id"), column("a", "bigint"), column("b", "string(768)")));
      server.upDownUp(new CreateTableComment(T, "say 'hi'"));
      server.upDownUp(new CreateTableComment(T, "x"), new DropTableComment(T));
      server.upDownUp(new AddColumn(T, column("c", "json").withComment("data")));
      server.upDownUp(new AddColumn(T, computed("d", "a + 1", false)));
      server.upDownUp(new DropColumn(T, "d"));
      server.upDownUp(new CreateCheckConstraint(T, check("ck", "a > 0")));
      server.upDownUp(new DropConstraint(T, "ck"));
      server.upDownUp(
          new CreateIndex(T, new Index("ux", List.of(IndexPart.column("b")), true, null)));
      server.upDownUp(new DropIndex(T, "ux"));
      server.upDownUp(
          new CreateForeignKey(
              T,
              foreignKey("fk", "p", "a", ReferentialAction.SET_NULL, ReferentialAction.RESTRICT)));
      server.upDownUp(new RenameTable(T, "u"), new RenameTable(TableName.of("p"), "pp"));
    }
  }
}
