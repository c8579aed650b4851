package io.schemachain.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.apply.CatalogAccess;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Migrator;
import io.schemachain.diff.Renames;
import io.schemachain.diff.SchemaDiff;
import io.schemachain.diff.Side;
import io.schemachain.diff.Step;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Namespace;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import io.schemachain.model.View;
import io.schemachain.operation.Operation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of schemas that people wrote. */
class MysqlIntrospectionTest {
  private static final TableName ORDERS = TableName.of("Order Lines");

  private static final String CUSTOMERS =
      """
      CREATE TABLE customers (
        id int unsigned NOT NULL AUTO_INCREMENT,
        email varchar(190) NOT NULL UNIQUE,
        `key` char(2) CHARACTER SET latin1,
        active tinyint(1) NOT NULL DEFAULT 1,
        mood enum('happy','so, so','it''s \\\\ bad') DEFAULT 'so, so',
        flags set('a','b'),
        tiny tinyint,
        amount decimal(10,2) DEFAULT 1.5,
        born date DEFAULT '2000-02-29',
        made timestamp NULL DEFAULT CURRENT_TIMESTAMP,
        changed datetime(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
        seen datetime DEFAULT '2020-01-01 10:00:00',
        note text COMMENT 'it''s what they said',
        story longtext,
        raw longblob,
        bits bit(4) DEFAULT b'101',
        doc json,
        pin varbinary(4) DEFAULT 'ab',
        quoted varchar(20) DEFAULT 'it''s \\\\ x',
        blank varchar(5) NOT NULL DEFAULT '',
        net decimal(12,2) GENERATED ALWAYS AS (amount * 2) STORED,
        PRIMARY KEY (id),
        KEY by_note (note(10), born)
      ) COMMENT='Who buys'
      """;

  private static final String ORDER_LINES =
      """
      CREATE TABLE `Order Lines` (
        order_no bigint NOT NULL,
        line smallint NOT NULL,
        customer int unsigned,
        referrer int unsigned,
        qty int CHECK (qty > 0),
        kind varchar(10),
        CONSTRAINT pk PRIMARY KEY (order_no, line),
        CONSTRAINT kinds UNIQUE KEY uq_kind (kind, qty),
        FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE,
        CONSTRAINT refers FOREIGN KEY (referrer) REFERENCES customers (id) ON UPDATE RESTRICT,
        CONSTRAINT ck_kind CHECK (kind IN ('a', 'it''s') OR qty > 1 AND line <> 0)
      )
      """;

  /** With further schemas. */
  private static Introspected read(MysqlServer server, String... others) throws SQLException {
    Schema schemas = Schema.empty(server.dialect().nameScopes());
    for (String other : others) {
      schemas = schemas.plus(new Namespace(other));
    }
    try (Connection connection = server.database().connect()) {
      return CatalogAccess.read(connection, server.dialect(), schemas);
    }
  }

  private static DefaultValue constant(String text) {
    return new DefaultValue.Constant(text);
  }

  private static DefaultValue expression(String sql) {
    return new DefaultValue.Expression(sql);
  }

  private static Column given(String name, String type) {
    return Column.of(name, DataTypes.parse(type));
  }

  private static Column ofNative(String name, String type) {
    return Column.of(name, new DataType.Native(type));
  }

  @ParameterizedTest
  @MethodSource("io.schemachain.dialect.mysql.MysqlServer#names")
  void readsColumns(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.execute(CUSTOMERS);

      Introspected read = read(server);

      Table customers = read.schema().require(TableName.of("customers"));
      assertThat(customers.columns())
          .containsExactly(
              ofNative("id", "int unsigned").withNullable(false).withIdentity(Identity.DEFAULT),
              given("email", "string(190)").withNullable(false),
              given("key", "char(2)").withCollation("latin1_swedish_ci"),
              given("active", "boolean").withNullable(false).withDefault(constant("true")),
              Column.of(
                      "mood",
                      new DataType.Enumeration(
                          "customers_mood", List.of("happy", "so, so", "it's \\ bad")))
                  .withDefault(constant("so, so")),
              ofNative("flags", "set('a','b')"),
              ofNative("tiny", "tinyint"),
              given("amount", "numeric(10,2)").withDefault(constant("1.50")),
              given("born", "date").withDefault(constant("2000-02-29")),
              given("made", "timestamptz(0)")
                  .withDefault(
                      expression(
                          name.equals("mysql") ? "CURRENT_TIMESTAMP" : "current_timestamp()")),
              ofNative("changed", "datetime(6) on update current_timestamp(6)")
                  .withDefault(
                      expression(
                          name.equals("mysql") ? "CURRENT_TIMESTAMP(6)" : "current_timestamp(6)")),
              given("seen", "timestamp(0)").withDefault(constant("2020-01-01T10:00:00")),
              ofNative("note", "text").withComment("it's what they said"),
              given("story", "text"),
              given("raw", "blob"),
              ofNative("bits", "bit(4)").withDefault(expression("b'101'")),
              given("doc", "json"),
              given("pin", "varbinary(4)").withDefault(constant("0x6162")),
              given("quoted", "string(20)").withDefault(constant("it's \\ x")),
              given("blank", "string(5)").withNullable(false).withDefault(constant("")),
              given("net", "numeric(12,2)").withComputed(new Computed("amount * 2", true)));
      assertThat(customers.comment()).isEqualTo("Who buys");
      assertThat(read.leftOut()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("io.schemachain.dialect.mysql.MysqlServer#names")
  void readsKeys(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.execute(CUSTOMERS);
      server.execute(ORDER_LINES);

      Introspected read = read(server);

      TableName name1 = TableName.of("customers");
      Table customers = read.schema().require(name1);
      assertThat(customers.primaryKey()).isEqualTo(new PrimaryKey("PRIMARY", List.of("id")));
      assertThat(customers.uniqueConstraints())
          .containsExactly(new UniqueConstraint("email", List.of("email")));
      assertThat(customers.indexes())
          .containsExactly(
              new Index(
                  "by_note",
                  List.of(
                      new IndexPart.ColumnPart("note", 10, IndexPart.Options.DEFAULT),
                      IndexPart.column("born")),
                  false,
                  null));
      Table lines = read.schema().require(ORDERS);
      assertThat(lines.primaryKeyColumns()).containsExactly("order_no", "line");
      assertThat(lines.uniqueConstraints())
          .containsExactly(new UniqueConstraint("uq_kind", List.of("kind", "qty")));
      assertThat(lines.foreignKeys())
          .containsExactlyInAnyOrder(
              new ForeignKey(
                  "Order Lines_ibfk_1",
                  List.of("customer"),
                  name1,
                  List.of("id"),
                  ReferentialAction.CASCADE,
                  null),
              new ForeignKey("refers", List.of("referrer"), name1, List.of("id"), null, null));
      // The one that the server made for `refers` is not in the model; of `customer` it is, for
      // its name is not that of its foreign key.
      assertThat(lines.indexes()).extracting(Index::name).containsExactly("customer");
      String madeUp = name.equals("mysql") ? "Order Lines_chk_1" : "qty";
      assertThat(lines.checks())
          .containsExactlyInAnyOrder(
              new Check(madeUp, "qty > 0"),
              new Check(
                  "ck_kind",
                  name.equals("mysql")
                      ? "(kind in ('a','it''s')) or ((qty > 1) and (line <> 0))"
                      : "kind in ('a','it''s') or qty > 1 and line <> 0"));
      assertThat(read.madeUp())
          .containsExactlyInAnyOrder(
              new MadeUpName(name1, ObjectKind.PRIMARY_KEY, "PRIMARY"),
              new MadeUpName(name1, ObjectKind.UNIQUE, "email"),
              new MadeUpName(ORDERS, ObjectKind.PRIMARY_KEY, "PRIMARY"),
              new MadeUpName(ORDERS, ObjectKind.FOREIGN_KEY, "Order Lines_ibfk_1"),
              new MadeUpName(ORDERS, ObjectKind.CHECK, madeUp));
    }
  }

  @Test
  void readsWhatMysqlAloneHas() throws SQLException {
    try (MysqlServer server = new MysqlServer("mysql")) {
      server.execute(
          """
          CREATE TABLE t (
            a int, b varchar(20) DEFAULT (upper('x')), place point NOT NULL SRID 4326, x json,
            hidden int INVISIBLE,
            KEY by_expression ((a + 1) DESC, (lower(b))),
            KEY unseen (a) INVISIBLE COMMENT 'not used',
            SPATIAL KEY places (place),
            FULLTEXT KEY words (b),
            CONSTRAINT rule CHECK (a > 1) NOT ENFORCED
          ) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8 STATS_PERSISTENT=0 COLLATE utf8mb4_bin MAX_ROWS=7
          """);

      Introspected read = read(server);

      Table table = read.schema().require(TableName.of("t"));
      assertThat(table.columns())
          .containsExactly(
              given("a", "integer"),
              given("b", "string(20)").withDefault(expression("upper('x')")),
              ofNative("place", "point srid 4326").withNullable(false),
              given("x", "json"),
              given("hidden", "integer"));
      assertThat(table.options())
          .isEqualTo(
              Options.of(
                  "mysql",
                  Map.of(
                      "row_format", "compressed",
                      "key_block_size", "8",
                      "stats_persistent", "false",
                      "collate", "utf8mb4_bin")));
      assertThat(table.indexes())
          .containsExactlyInAnyOrder(
              new Index(
                  "by_expression",
                  List.of(
                      new IndexPart.ExpressionPart("a + 1", true),
                      new IndexPart.ExpressionPart("lower(b)", false)),
                  false,
                  null),
              new Index("unseen", List.of(IndexPart.column("a")), false, null)
                  .withOptions(
                      Options.of("mysql", Map.of("invisible", "true", "comment", "not used"))),
              new Index("places", List.of(IndexPart.column("place")), false, null)
                  .withOptions(Options.of("mysql", Map.of("spatial", "true"))),
              new Index("words", List.of(IndexPart.column("b")), false, null)
                  .withOptions(Options.of("mysql", Map.of("fulltext", "true"))));
      assertThat(read.leftOut())
          .extracting(Object::toString)
          .containsExactlyInAnyOrder(
              "INVISIBLE of the column t.hidden: the model has no words for it",
              "check constraint t.rule: it is not enforced",
              "option of the table t: max_rows: the model has no words for it");
    }
  }

  @Test
  void readsWhatMariadbAloneHas() throws SQLException {
    try (MysqlServer server = new MysqlServer("mariadb")) {
      server.execute("CREATE SEQUENCE numbers START WITH 5");
      server.execute(
          """
          CREATE TABLE t (
            a int DEFAULT nextval(numbers), u uuid, small varchar(20) COMPRESSED, x json,
            email varchar(20) UNIQUE CHECK (email LIKE '%@%'),
            KEY unseen (a DESC) IGNORED
          ) PAGE_COMPRESSED=1
          """);
      server.execute("CREATE TABLE v (a int) WITH SYSTEM VERSIONING");
      server.execute(
          """
          CREATE TABLE p (a int) PARTITION BY LIST (a)
            (PARTITION p1 VALUES IN (1), PARTITION others DEFAULT)
          """);

      Introspected read = read(server);

      Table table = read.schema().require(TableName.of("t"));
      assertThat(table.columns())
          .containsExactly(
              given("a", "integer").withDefault(expression("nextval(numbers)")),
              given("u", "uuid"),
              ofNative("small", "varchar(20) compressed"),
              given("x", "json"),
              given("email", "string(20)"));
      assertThat(table.options())
          .isEqualTo(Options.of("mariadb", Map.of("page_compressed", "true")));
      assertThat(table.indexes())
          .containsExactly(
              new Index("unseen", List.of(new IndexPart.ColumnPart("a", true)), false, null)
                  .withOptions(Options.of("mariadb", Map.of("ignored", "true"))));
      assertThat(table.uniqueConstraints())
          .containsExactly(new UniqueConstraint("email", List.of("email")));
      assertThat(table.checks()).containsExactly(new Check("email_check", "email like '%@%'"));
      assertThat(read.schema().require(TableName.of("p")).partitioning()).isNull();
      assertThat(read.leftOut())
          .extracting(Object::toString)
          .containsExactlyInAnyOrder(
              "SYSTEM VERSIONING of the table v: the model has no words for it",
              "partitioning p: the catalog shows a DEFAULT partition as one of the value 0");
      assertThat(read.schema().objects())
          .contains(new Sequence(TableName.of("numbers"), 5L, 1, null, null, false, null));
    }
  }

  @ParameterizedTest
  @MethodSource("io.schemachain.dialect.mysql.MysqlServer#names")
  void readsPartitions(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.execute(
          """
          CREATE TABLE by_day (at date NOT NULL, n int) PARTITION BY RANGE COLUMNS (at) (
            PARTITION p2024 VALUES LESS THAN ('2025-01-01'), PARTITION later VALUES LESS THAN (MAXVALUE))
          """);
      server.execute(
          """
          CREATE TABLE by_year (at date) PARTITION BY RANGE (year(at)) (
            PARTITION p2024 VALUES LESS THAN (2025))
          """);
      server.execute(
          """
          CREATE TABLE by_kind (kind varchar(9)) PARTITION BY LIST COLUMNS (kind) (
            PARTITION some VALUES IN ('a', 'it''s', NULL))
          """);
      server.execute("CREATE TABLE by_key (a int, b int) PARTITION BY KEY (a, b) PARTITIONS 2");
      server.execute(
          """
          CREATE TABLE deep (a int) PARTITION BY RANGE (a) SUBPARTITION BY HASH (a) SUBPARTITIONS 2
            (PARTITION p0 VALUES LESS THAN (10))
          """);

      Introspected read = read(server);

      assertThat(read.schema().require(TableName.of("by_day")).partitioning())
          .isEqualTo(
              new Partitioning(
                  Partitioning.Method.RANGE,
                  List.of("at"),
                  null,
                  List.of(
                      Partition.of(
                          "p2024", new Partition.Range(null, List.of(Value.text("2025-01-01")))),
                      Partition.of("later", new Partition.Range(null, List.of())))));
      assertThat(read.schema().require(TableName.of("by_year")).partitioning())
          .isEqualTo(
              new Partitioning(
                  Partitioning.Method.RANGE,
                  List.of(),
                  "year(at)",
                  List.of(
                      Partition.of(
                          "p2024", new Partition.Range(null, List.of(Value.text("2025")))))));
      assertThat(read.schema().require(TableName.of("by_kind")).partitioning())
          .extracting(Partitioning::partitions)
          .isEqualTo(
              List.of(
                  Partition.of(
                      "some",
                      new Partition.In(List.of(Value.text("a"), Value.text("it's"), Value.NULL)))));
      assertThat(read.schema().require(TableName.of("by_key")).partitioning())
          .isEqualTo(
              new Partitioning(
                  Partitioning.Method.HASH,
                  List.of("a", "b"),
                  null,
                  List.of(
                      Partition.of("p0", new Partition.Hash(2, 0)),
                      Partition.of("p1", new Partition.Hash(2, 1)))));
      assertThat(read.leftOut())
          .extracting(Object::toString)
          .containsExactly("partitioning deep: the model has no partitions of partitions");
    }
  }

  @ParameterizedTest
  @MethodSource("io.schemachain.dialect.mysql.MysqlServer#names")
  void readsOtherSchemasAndNamesWhatIsNotModelled(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      String other = server.query("SELECT DATABASE()").get(0) + "_other";
      server.execute("CREATE DATABASE " + other);
      try {
        server.execute("CREATE TABLE " + other + ".kinds (id int PRIMARY KEY)");
        server.execute(
            "CREATE TABLE t (a int, b int, FOREIGN KEY (a) REFERENCES " + other + ".kinds (id))");
        server.execute(
            "CREATE VIEW big AS SELECT a, b AS `and` FROM t WHERE b > 1 WITH CASCADED CHECK OPTION");
        server.execute("CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.b = 1");
        server.execute("CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC RETURN n * 2");
        server.execute("CREATE PROCEDURE nothing() DO 0");
        server.execute("CREATE EVENT e ON SCHEDULE EVERY 1 YEAR DISABLE DO DO 0");

        Introspected read = read(server, other, "not_there");

        assertThat(read.schema().tables())
            .extracting(table -> table.name().toString())
            .containsExactly("t", other + ".kinds");
        assertThat(read.schema().require(TableName.of("t")).foreignKeys().get(0).referredTable())
            .isEqualTo(new TableName(other, "kinds"));
        assertThat(read.schema().find(ObjectKind.SCHEMA, TableName.of(other))).isPresent();
        assertThat(read.schema().find(ObjectKind.SCHEMA, TableName.of("not_there"))).isEmpty();
        View view = (View) read.schema().find(ObjectKind.VIEW, TableName.of("big")).orElseThrow();
        assertThat(view.sql())
            .isEqualTo(
                "select t.a AS a,t.b AS `and` from t where "
                    + (name.equals("mysql") ? "(t.b > 1)" : "t.b > 1")
                    + " WITH CASCADED CHECK OPTION");
        assertThat(read.leftOut())
            .extracting(Object::toString)
            .containsExactlyInAnyOrder(
                "trigger tr of t", "function twice", "procedure nothing", "event e");
      } finally {
        server.execute("DROP TABLE IF EXISTS t");
        server.execute("DROP DATABASE " + other);
      }
    }
  }

  /** With the right to SELECT alone: what is not shown is named, and not missed silently. */
  @ParameterizedTest
  @MethodSource("io.schemachain.dialect.mysql.MysqlServer#names")
  void readsWhatAUserMaySee(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      String schema = server.query("SELECT DATABASE()").get(0);
      String user = "u_" + schema;
      server.execute(CUSTOMERS);
      server.execute(ORDER_LINES);
      server.execute("CREATE VIEW v AS SELECT id FROM customers");
      server.execute(
          "CREATE USER "
              + user
              + " IDENTIFIED "
              + (name.equals("mysql") ? "WITH mysql_native_password " : "")
              + "BY 'secret'");
      try {
        server.execute("GRANT SELECT ON " + schema + ".* TO " + user);
        Introspected read = null;
        try (Connection connection =
            DriverManager.getConnection(server.database().url(), user, "secret")) {
          read =
              CatalogAccess.read(
                  connection, server.dialect(), Schema.empty(server.dialect().nameScopes()));
        }

        assertThat(read.schema().tables()).hasSize(2);
        assertThat(read.schema().require(ORDERS).checks()).hasSize(2);
        assertThat(read.leftOut())
            .extracting(left -> left.kind() + " " + left.name())
            .containsExactlyInAnyOrderElementsOf(
                name.equals("mysql")
                    ? List.of("view v")
                    : List.of(
                        "view v",
                        "foreign key Order Lines.Order Lines_ibfk_1",
                        "foreign key Order Lines.refers"));
      } finally {
        server.execute("DROP USER " + user);
      }
    }
  }

  /** MySQL shows strings within expressions as if their bytes were Latin 1. */
  @ParameterizedTest
  @MethodSource("io.schemachain.dialect.mysql.MysqlServer#names")
  void readsStringsInExpressions(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      server.execute(
          "CREATE TABLE t (a varchar(20), b varchar(40) AS (concat(a, 'ä – it''s')),"
              + " CONSTRAINT ck CHECK (a <> 'x\\\\y €'))");

      Table table = read(server).schema().require(TableName.of("t"));

      assertThat(table.column("b").orElseThrow().computed())
          .isEqualTo(new Computed("concat(a,'ä – it''s')", false));
      assertThat(table.checks()).containsExactly(new Check("ck", "a <> 'x\\\\y €'"));
    }
  }

  @ParameterizedTest
  @MethodSource("io.schemachain.dialect.mysql.MysqlServer#names")
  void readsAnEmptyDatabase(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name)) {
      Introspected read = read(server);

      assertThat(read.schema().isEmpty()).isTrue();
      assertThat(read.madeUp()).isEmpty();
      assertThat(read.leftOut()).isEmpty();
    }
  }

  /** What was read, made by our own DDL in an empty database, is read as the same. */
  @ParameterizedTest
  @MethodSource("io.schemachain.dialect.mysql.MysqlServer#names")
  void comesBackFromItsOwnDdl(String name) throws SQLException {
    try (MysqlServer server = new MysqlServer(name);
        MysqlServer copy = new MysqlServer(name)) {
      server.execute(CUSTOMERS);
      server.execute(ORDER_LINES);
      server.execute(
          "CREATE TABLE z (at date NOT NULL) PARTITION BY RANGE (year(at)) (PARTITION p VALUES LESS THAN (2025))");
      server.execute("CREATE VIEW v AS SELECT id, email FROM customers WHERE active");
      Introspected read = read(server);
      Side from = Side.of(Schema.empty(server.dialect().nameScopes()));

      Migration migration =
          Migrator.migrate(
              new Migrator.Request(
                  server.dialect(),
                  server.dialect().introspection().kinds(),
                  from,
                  Side.of(read),
                  Renames.NONE,
                  difference -> true));
      copy.run(migration.steps().stream().map(Step::operation).toArray(Operation[]::new));

      assertThat(
              SchemaDiff.of(
                  server.dialect(),
                  server.dialect().introspection().kinds(),
                  Side.of(read),
                  Side.of(read(copy))))
          .isEmpty();
    }
  }
}
