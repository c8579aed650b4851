package io.schemachain.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.apply.CatalogAccess;
import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.StoredForm;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.LeftOut;
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
import io.schemachain.model.NullsOrder;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.View;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables as people write them, read from a real database. */
final class H2IntrospectionTest {
  private static final H2Dialect DIALECT = new H2Dialect();
  private static final Schema NONE = Schema.empty(DIALECT.nameScopes());

  private H2Run run;

  @BeforeEach
  void open() throws SQLException {
    run = new H2Run();
  }

  @AfterEach
  void close() throws SQLException {
    run.close();
  }

  private Introspected read(String... ddl) throws SQLException {
    return read(NONE, ddl);
  }

  private Introspected read(Schema model, String... ddl) throws SQLException {
    for (String statement : ddl) {
      run.execute(statement);
    }
    return CatalogAccess.read(run.connection, DIALECT, model);
  }

  private static Column column(String name, String type) {
    return Column.of(name, DataTypes.parse(type));
  }

  private static Column nativeColumn(String name, String type) {
    return Column.of(name, new DataType.Native(type));
  }

  private static DefaultValue constant(String text) {
    return new DefaultValue.Constant(text);
  }

  private static DefaultValue expression(String sql) {
    return new DefaultValue.Expression(sql);
  }

  @Test
  void anEmptyDatabaseIsAnEmptySchema() throws SQLException {
    assertThat(read()).isEqualTo(new Introspected(NONE, Set.of(), List.of()));
  }

  @Test
  void columnsHaveTheirTypes() throws SQLException {
    Introspected read =
        read(
            "CREATE DOMAIN zip AS VARCHAR(5)",
            """
            CREATE TABLE types (
              a SMALLINT, b INT, c BIGINT, d DECIMAL(10, 2), e FLOAT, f REAL, g BOOLEAN,
              h CHAR(3), i VARCHAR(20), j CLOB, k DATE, l TIME, m TIMESTAMP(3),
              n TIMESTAMP WITH TIME ZONE, o VARBINARY(10), p BINARY(4), q BLOB, r UUID, s JSON,
              t ENUM('sad', 'it''s ok'), u VARCHAR(5) ARRAY, v zip,
              aa TINYINT, ab NUMERIC, ac VARCHAR, ad INT ARRAY[3], ae INTERVAL DAY TO SECOND,
              af TIME(3) WITH TIME ZONE, ag TIMESTAMP(9), ah VARCHAR_IGNORECASE(10),
              ai GEOMETRY(POINT, 4326), aj DECFLOAT(20), ak CLOB(1000), al NUMERIC(70, 2)
            )""");

    assertThat(read.schema().require(TableName.of("types")).columns())
        .containsExactly(
            column("a", "smallint"),
            column("b", "integer"),
            column("c", "bigint"),
            column("d", "numeric(10,2)"),
            column("e", "double"),
            column("f", "real"),
            column("g", "boolean"),
            column("h", "char(3)"),
            column("i", "string(20)"),
            column("j", "text"),
            column("k", "date"),
            column("l", "time(0)"),
            column("m", "timestamp(3)"),
            column("n", "timestamptz"),
            column("o", "varbinary(10)"),
            column("p", "binary(4)"),
            column("q", "blob"),
            column("r", "uuid"),
            column("s", "json"),
            Column.of("t", new DataType.Enumeration("types_t", List.of("sad", "it's ok"))),
            Column.of("u", new DataType.Array(DataTypes.parse("string(5)"))),
            nativeColumn("v", "zip"),
            nativeColumn("aa", "TINYINT"),
            nativeColumn("ab", "NUMERIC"),
            nativeColumn("ac", "CHARACTER VARYING"),
            nativeColumn("ad", "INTEGER ARRAY[3]"),
            nativeColumn("ae", "INTERVAL DAY(2) TO SECOND(6)"),
            nativeColumn("af", "TIME(3) WITH TIME ZONE"),
            nativeColumn("ag", "TIMESTAMP(9)"),
            nativeColumn("ah", "VARCHAR_IGNORECASE(10)"),
            nativeColumn("ai", "GEOMETRY(POINT, 4326)"),
            nativeColumn("aj", "DECFLOAT(20)"),
            nativeColumn("ak", "CHARACTER LARGE OBJECT(1000)"),
            nativeColumn("al", "NUMERIC(70, 2)"));
    assertThat(read.leftOut()).extracting(LeftOut::toString).containsExactly("domain ZIP");
  }

  @Test
  void columnsHaveTheirDefaultsAndComments() throws SQLException {
    Introspected read =
        read(
            "CREATE SEQUENCE numbers START WITH 100",
            """
            CREATE TABLE "Order Lines" (
              id BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 5 INCREMENT BY 2),
              "select" VARCHAR(20) DEFAULT 'it''s é' NOT NULL, "Mixed Case" INT DEFAULT -1,
              ok BOOLEAN DEFAULT TRUE, price NUMERIC(10, 2) DEFAULT 1.50,
              made TIMESTAMP DEFAULT TIMESTAMP '2026-11-20 12:10:00',
              seen TIMESTAMP WITH TIME ZONE
                DEFAULT TIMESTAMP WITH TIME ZONE '2026-11-20 12:10:00+02:00',
              born DATE DEFAULT CURRENT_DATE, bytes VARBINARY(4) DEFAULT X'CAFE',
              number BIGINT DEFAULT NEXT VALUE FOR numbers, nothing INT DEFAULT NULL,
              twice BIGINT GENERATED ALWAYS AS (id * 2) COMMENT 'two of it'
            )""",
            "COMMENT ON TABLE \"Order Lines\" IS 'what was ordered'");

    Table table = read.schema().require(TableName.of("Order Lines"));
    assertThat(table.columns())
        .containsExactly(
            column("id", "bigint").withNullable(false).withIdentity(new Identity(true, 5L, 2L)),
            column("select", "string(20)").withNullable(false).withDefault(constant("it's é")),
            column("Mixed Case", "integer").withDefault(constant("-1")),
            column("ok", "boolean").withDefault(constant("true")),
            column("price", "numeric(10,2)").withDefault(constant("1.50")),
            column("made", "timestamp").withDefault(constant("2026-11-20T12:10:00")),
            column("seen", "timestamptz").withDefault(constant("2026-11-20T12:10:00+02:00")),
            column("born", "date").withDefault(expression("CURRENT_DATE")),
            column("bytes", "varbinary(4)").withDefault(constant("0xcafe")),
            column("number", "bigint").withDefault(expression("NEXT VALUE FOR \"NUMBERS\"")),
            column("nothing", "integer"),
            column("twice", "bigint")
                .withComputed(new Computed("\"ID\" * 2", true))
                .withComment("two of it"));
    assertThat(table.comment()).isEqualTo("what was ordered");
    assertThat(read.schema().objects())
        .containsExactly(new Sequence(TableName.of("numbers"), 100L, 1, null, null, false, null));
  }

  @Test
  void constraintsHaveTheirNamesAndAllTheySay() throws SQLException {
    TableName parents = TableName.of("parents");
    Introspected read =
        read(
            "CREATE TABLE parents (b INT, a INT, CONSTRAINT pk_parents PRIMARY KEY (a, b))",
            """
            CREATE TABLE children (
              id INT PRIMARY KEY, x INT, y INT, name VARCHAR(10) UNIQUE,
              CONSTRAINT "fk Parent" FOREIGN KEY (y, x) REFERENCES parents (a, b)
                ON DELETE SET NULL ON UPDATE CASCADE,
              CONSTRAINT ck CHECK (x > 0), CHECK (y > 0))""",
            "ALTER TABLE parents ALTER COLUMN a RENAME TO c",
            "ALTER TABLE children ALTER COLUMN x RENAME TO z");

    TableName children = TableName.of("children");
    Table table = read.schema().require(children);
    assertThat(read.schema().require(parents).primaryKey())
        .isEqualTo(new PrimaryKey("pk_parents", List.of("c", "b")));
    assertThat(table.foreignKeys())
        .containsExactly(
            new ForeignKey(
                "fk Parent",
                List.of("y", "z"),
                parents,
                List.of("c", "b"),
                ReferentialAction.SET_NULL,
                ReferentialAction.CASCADE));
    assertThat(table.checks())
        .contains(new Check("ck", "\"Z\" > 0"))
        .extracting(Check::sql)
        .containsExactlyInAnyOrder("\"Z\" > 0", "\"Y\" > 0");
    assertThat(table.primaryKeyColumns()).containsExactly("id");
    assertThat(table.uniqueConstraints())
        .extracting(UniqueConstraint::columns)
        .containsExactly(List.of("name"));
    assertThat(read.madeUp())
        .hasSize(3)
        .allMatch(name -> name.table().equals(children) && name.name().startsWith("constraint_"))
        .extracting(MadeUpName::kind)
        .containsExactlyInAnyOrder(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.CHECK);
    assertThat(table.indexes()).isEmpty();
  }

  @Test
  void indexesHaveTheirOrderAndWhatTheyInclude() throws SQLException {
    TableName name = TableName.of("t");
    Introspected read =
        read(
            "CREATE TABLE t (a INT, b INT, c VARCHAR(10))",
            "CREATE UNIQUE INDEX ux ON t (b DESC, a ASC NULLS LAST) INCLUDE (c)",
            "CREATE INDEX ON t (c DESC NULLS FIRST)");

    List<Index> indexes = read.schema().require(name).indexes();
    assertThat(indexes)
        .contains(
            new Index(
                "ux",
                List.of(
                    new IndexPart.ColumnPart("b", true),
                    new IndexPart.ColumnPart(
                        "a", null, new IndexPart.Options(false, NullsOrder.LAST, null, null))),
                true,
                null,
                null,
                List.of("c"),
                false,
                Options.none()));
    assertThat(indexes)
        .extracting(Index::parts)
        .contains(
            List.of(
                new IndexPart.ColumnPart(
                    "c", null, new IndexPart.Options(true, NullsOrder.FIRST, null, null))));
    assertThat(read.madeUp()).extracting(MadeUpName::kind).containsExactly(ObjectKind.INDEX);
  }

  /** Before 2.4 the catalog says RESTRICT of every key without an action. */
  @Test
  void restrictIsAnActionSince2_4() throws SQLException {
    ForeignKey plain =
        new ForeignKey("fk", List.of("p"), TableName.of("parent"), List.of("id"), null, null);
    ForeignKey restrict =
        new ForeignKey(
            "fk",
            List.of("p"),
            TableName.of("parent"),
            List.of("id"),
            ReferentialAction.RESTRICT,
            ReferentialAction.RESTRICT);
    Introspected older =
        read(
            "CREATE TABLE parent (id INT PRIMARY KEY)",
            "CREATE TABLE child (p INT, CONSTRAINT fk FOREIGN KEY (p) REFERENCES parent"
                + " ON DELETE RESTRICT ON UPDATE RESTRICT)");
    assertThat(older.schema().require(TableName.of("child")).foreignKeys()).containsExactly(plain);

    Dialect newer = DIALECT.forVersion(DatabaseVersion.of(2, 4));
    Introspected read = CatalogAccess.read(run.connection, newer, NONE);
    assertThat(read.schema().require(TableName.of("child")).foreignKeys())
        .containsExactly(restrict);

    Table child = Table.of(TableName.of("child"), List.of(column("p", "integer")));
    assertThat(DIALECT.storedForm().of(child.plus(restrict)))
        .isEqualTo(DIALECT.storedForm().of(child.plus(plain)));
    assertThat(newer.storedForm().of(child.plus(restrict)))
        .isNotEqualTo(newer.storedForm().of(child.plus(plain)));
  }

  @Test
  void otherSchemasAndWhatIsInThemAreRead() throws SQLException {
    TableName users = new TableName("sales", "users");
    Introspected read =
        read(
            NONE.plus(new Namespace("sales")).plus(new Namespace("gone")),
            "CREATE SCHEMA sales",
            "CREATE SCHEMA unseen",
            "CREATE TABLE unseen.t (a INT)",
            "CREATE TABLE sales.users (id INT CONSTRAINT pk PRIMARY KEY)",
            "CREATE TABLE orders (u INT, CONSTRAINT fk FOREIGN KEY (u) REFERENCES sales.users)",
            "CREATE SEQUENCE sales.s INCREMENT BY -1 CYCLE CACHE 1",
            "CREATE VIEW sales.v (\"X\", y) AS SELECT id, id + 1 FROM sales.users");

    assertThat(read.schema().tables())
        .extracting(Table::name)
        .containsExactlyInAnyOrder(TableName.of("orders"), users);
    assertThat(read.schema().require(TableName.of("orders")).foreignKeys())
        .containsExactly(new ForeignKey("fk", List.of("u"), users, List.of("id"), null, null));
    assertThat(read.schema().objects())
        .contains(
            new Namespace("sales"),
            new Sequence(new TableName("sales", "s"), null, -1, null, null, true, 1L))
        .hasSize(3);
    SchemaObject view =
        read.schema().find(ObjectKind.VIEW, new TableName("sales", "v")).orElseThrow();
    assertThat(((View) view).columns()).containsExactly("x", "y");
    assertThat(((View) view).sql()).contains("FROM \"SALES\".\"USERS\"");
  }

  @Test
  void whatTheModelDoesNotHoldIsNamed() throws SQLException {
    Introspected read =
        read(
            "CREATE TABLE t (a INT DEFAULT 1 ON UPDATE 2, b INT INVISIBLE, c ROW(x INT))",
            "CREATE TABLE \"lower\" (a INT)",
            "CREATE GLOBAL TEMPORARY TABLE tmp (a INT)",
            "CREATE MATERIALIZED VIEW mv AS SELECT a FROM t",
            "CREATE CONSTANT one VALUE 1",
            "CREATE SYNONYM s FOR t",
            "CREATE SEQUENCE small AS SMALLINT",
            "CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW AS"
                + " 'org.h2.api.Trigger create() { return (c, o, n) -> {}; }'");

    assertThat(read.schema().tables()).extracting(Table::name).containsExactly(TableName.of("t"));
    assertThat(read.leftOut())
        .extracting(LeftOut::toString)
        .containsExactlyInAnyOrder(
            "clause ON UPDATE of t.a",
            "clause INVISIBLE of t.b",
            "column t.C: it has a type that no document can say",
            "table lower: no document can have such a name",
            "temporary table TMP",
            "materialized view MV: the catalog does not have its text",
            "constant ONE",
            "synonym S",
            "clause AS SMALLINT of the sequence SMALL",
            "trigger TR");
  }

  /** H2 tells everybody what tables there are. */
  @Test
  void theRightToSelectOneTableIsEnough() throws SQLException {
    run.execute("CREATE TABLE mine (id INT PRIMARY KEY, a INT, CONSTRAINT ck CHECK (a > 0))");
    run.execute("CREATE TABLE theirs (id INT PRIMARY KEY)");
    run.execute("CREATE USER guest PASSWORD 'x'");
    run.execute("GRANT SELECT ON mine TO guest");

    String url = run.database.url().replaceFirst(";.*", "");
    try (Connection guest = DriverManager.getConnection(url, "guest", "x")) {
      Introspected read = CatalogAccess.read(guest, DIALECT, NONE);
      assertThat(read.schema().tables())
          .extracting(Table::name)
          .containsExactlyInAnyOrder(TableName.of("mine"), TableName.of("theirs"));
      assertThat(read.schema().require(TableName.of("mine")).primaryKeyColumns())
          .containsExactly("id");
    }
  }

  /** What our own DDL makes of what was read is the same to the database. */
  @Test
  void whatIsReadCanBeMadeAgain() throws SQLException {
    Introspected read =
        read(
            "CREATE SEQUENCE numbers START WITH 100 INCREMENT BY 10 MAXVALUE 1000 CYCLE",
            "CREATE TABLE parents (a INT, b VARCHAR(10) DEFAULT 'x', PRIMARY KEY (a, b))",
            """
            CREATE TABLE "Order" (
              id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
              "select" VARCHAR(20) DEFAULT 'é' NOT NULL, mood ENUM('sad', 'ok') DEFAULT 'ok',
              n BIGINT DEFAULT NEXT VALUE FOR numbers, twice BIGINT AS (id * 2),
              tags VARCHAR(5) ARRAY, iv INTERVAL DAY TO SECOND, a INT, b VARCHAR(10),
              data JSON DEFAULT JSON '{"a": 1}', CHECK ("select" <> '' AND a > 0), UNIQUE (a, b),
              FOREIGN KEY (a, b) REFERENCES parents ON DELETE CASCADE)""",
            "CREATE UNIQUE INDEX ux ON \"Order\" (a DESC, b NULLS LAST)",
            "COMMENT ON COLUMN \"Order\".a IS 'an a'");

    try (H2Run again = new H2Run()) {
      for (SchemaObject object : read.schema().objects()) {
        again.apply(new CreateSequence((Sequence) object, false));
      }
      for (String table : List.of("parents", "Order")) {
        again.apply(new CreateTable(read.schema().require(TableName.of(table))));
      }
      Schema made = CatalogAccess.read(again.connection, DIALECT, NONE).schema();
      StoredForm form = DIALECT.storedForm();
      for (Table table : read.schema().tables()) {
        assertThat(form.of(made.require(table.name()))).isEqualTo(form.of(table));
        assertThat(form.of(form.of(table))).isEqualTo(form.of(table));
      }
      assertThat(form.objects(made)).isEqualTo(form.objects(read.schema()));
    }
  }
}
