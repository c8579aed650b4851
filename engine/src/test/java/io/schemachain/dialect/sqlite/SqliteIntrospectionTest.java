package io.schemachain.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.apply.CatalogAccess;
import io.schemachain.dialect.DatabaseVersion;
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
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Namespace;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.View;
import io.schemachain.operation.CreateTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables as people write them, read from a real database. */
final class SqliteIntrospectionTest {
  private static final SqliteDialect DIALECT = new SqliteDialect();
  private static final Schema NONE = Schema.empty(DIALECT.nameScopes());

  private SqliteRun run;

  @BeforeEach
  void open() throws SQLException {
    run = new SqliteRun();
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
  void columnsHaveTheirTypesDefaultsAndCollations() throws SQLException {
    Introspected read =
        read(
            """
            CREATE TABLE "Order Lines" ( -- what was ordered
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              "select" varchar( 20 ) NOT NULL DEFAULT 'it''s' COLLATE NOCASE,
              [price] DECIMAL(10,2) DEFAULT -1.5 /* none, yet */,
              `amount` NUMERIC(10, 2) DEFAULT 0.5,
              ok BOOLEAN DEFAULT TRUE,
              made TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
              code TEXT DEFAULT "none" COLLATE binary,
              key CHAR(3) DEFAULT (upper('x')),
              bytes BLOB DEFAULT x'CAFE',
              untyped,
              hollow mediumint DEFAULT NULL,
              total GENERATED ALWAYS AS (price * amount) STORED,
              half REAL AS (total / 2)
            )""");

    assertThat(read.schema().require(TableName.of("Order Lines")).columns())
        .containsExactly(
            column("id", "integer").withNullable(false).withIdentity(Identity.DEFAULT),
            column("select", "string(20)")
                .withNullable(false)
                .withDefault(constant("it's"))
                .withCollation("NOCASE"),
            Column.of("price", new DataType.Native("DECIMAL(10,2)"))
                .withDefault(expression("-1.5")),
            column("amount", "numeric(10,2)").withDefault(constant("0.5")),
            column("ok", "boolean").withDefault(constant("true")),
            column("made", "timestamp").withDefault(expression("CURRENT_TIMESTAMP")),
            column("code", "text").withDefault(constant("none")),
            column("key", "char(3)").withDefault(expression("upper('x')")),
            column("bytes", "blob").withDefault(constant("0xcafe")),
            column("untyped", "blob"),
            Column.of("hollow", new DataType.Native("mediumint")),
            column("total", "blob").withComputed(new Computed("price * amount", true)),
            column("half", "real").withComputed(new Computed("total / 2", false)));
    assertThat(read.leftOut()).isEmpty();
  }

  @Test
  void constraintsHaveTheirNamesAndAllTheySay() throws SQLException {
    Introspected read =
        read(
            "CREATE TABLE parents (a int, b int, CONSTRAINT pk_parents PRIMARY KEY (a, b))",
            """
            CREATE TABLE children (
              id INTEGER CONSTRAINT "pk children" PRIMARY KEY,
              a int CONSTRAINT ck_a CHECK (a > 0 AND "b" <> ')'), b int,
              email text CONSTRAINT uq_email UNIQUE,
              CONSTRAINT fk_parent FOREIGN KEY (A, B) REFERENCES Parents
                ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
              CONSTRAINT fk_self FOREIGN KEY (a) REFERENCES children (id) ON DELETE NO ACTION
                NOT DEFERRABLE
            )""");

    Table children = read.schema().require(TableName.of("children"));
    assertThat(children.constraints())
        .containsExactlyInAnyOrder(
            new PrimaryKey("pk children", List.of("id")),
            new Check("ck_a", "a > 0 AND \"b\" <> ')'"),
            new UniqueConstraint("uq_email", List.of("email")),
            new ForeignKey(
                "fk_parent",
                List.of("a", "b"),
                TableName.of("parents"),
                List.of("a", "b"),
                ReferentialAction.SET_NULL,
                ReferentialAction.CASCADE,
                Deferral.INITIALLY_DEFERRED,
                false,
                true),
            new ForeignKey(
                "fk_self",
                List.of("a"),
                TableName.of("children"),
                List.of("id"),
                ReferentialAction.NO_ACTION,
                null));
    assertThat(read.madeUp()).isEmpty();
    assertThat(read.leftOut()).isEmpty();
  }

  @Test
  void constraintsWithoutANameAreNotedAsSuch() throws SQLException {
    TableName users = TableName.of("users");
    Introspected read =
        read(
            """
            CREATE TABLE users (id integer PRIMARY KEY, boss integer REFERENCES users,
              name text UNIQUE CHECK (name <> ''), CONSTRAINT twice CHECK (id > 0),
              CONSTRAINT twice CHECK (id > 1))""");

    assertThat(read.schema().require(users).constraints())
        .containsExactlyInAnyOrder(
            new PrimaryKey("unnamed_1", List.of("id")),
            new UniqueConstraint("unnamed_2", List.of("name")),
            new Check("unnamed_3", "name <> ''"),
            new Check("twice", "id > 0"),
            new Check("unnamed_4", "id > 1"),
            new ForeignKey("unnamed_5", List.of("boss"), users, List.of("id"), null, null));
    assertThat(read.madeUp())
        .containsExactlyInAnyOrder(
            new MadeUpName(users, ObjectKind.PRIMARY_KEY, "unnamed_1"),
            new MadeUpName(users, ObjectKind.UNIQUE, "unnamed_2"),
            new MadeUpName(users, ObjectKind.CHECK, "unnamed_3"),
            new MadeUpName(users, ObjectKind.CHECK, "unnamed_4"),
            new MadeUpName(users, ObjectKind.FOREIGN_KEY, "unnamed_5"));
  }

  @Test
  void indexesHaveTheirExpressionsOrderAndConditions() throws SQLException {
    Introspected read =
        read(
            "CREATE TABLE t (a text COLLATE nocase, b text, c int)",
            "CREATE UNIQUE INDEX IF NOT EXISTS main.ux ON t (b COLLATE rtrim DESC, a, \"c\")",
            "CREATE INDEX ix ON t (lower(b) DESC, (c + 1), b || ' desc' COLLATE \"NOCASE\")"
                + " WHERE c IS NOT NULL /* all the others */");

    assertThat(read.schema().require(TableName.of("t")).indexes())
        .containsExactlyInAnyOrder(
            new Index(
                "ux",
                List.of(
                    new IndexPart.ColumnPart(
                        "b", null, new IndexPart.Options(true, null, "rtrim", null)),
                    IndexPart.column("a"),
                    IndexPart.column("c")),
                true,
                null),
            new Index(
                "ix",
                List.of(
                    new IndexPart.ExpressionPart("lower(b)", true),
                    new IndexPart.ExpressionPart("(c + 1)", false),
                    new IndexPart.ExpressionPart(
                        "b || ' desc'", new IndexPart.Options(false, null, "NOCASE", null))),
                false,
                "c IS NOT NULL"));
  }

  @Test
  void whatAlterTableLeavesIsUnderstood() throws SQLException {
    Introspected read =
        read(
            "CREATE TABLE t /* one */ (id integer primary key, a tinyint, -- two\n  \"b c\" tinyint check (a > 0))",
            "ALTER TABLE t ADD COLUMN d text DEFAULT 'x, y)' CONSTRAINT ck CHECK (d <> '')",
            "ALTER TABLE t RENAME COLUMN a TO \"from\"",
            "ALTER TABLE t DROP COLUMN \"d\"",
            "ALTER TABLE t ADD COLUMN e tinyint REFERENCES t",
            "ALTER TABLE t RENAME TO \"two words\"");

    Table table = read.schema().require(TableName.of("two words"));
    assertThat(table.columns())
        .containsExactly(
            column("id", "integer"),
            Column.of("from", new DataType.Native("tinyint")),
            Column.of("b c", new DataType.Native("tinyint")),
            Column.of("e", new DataType.Native("tinyint")));
    assertThat(table.checks()).containsExactly(new Check("unnamed_2", "\"from\" > 0"));
    assertThat(table.foreignKeys())
        .extracting(ForeignKey::referredTable)
        .containsExactly(TableName.of("two words"));
    assertThat(read.leftOut()).isEmpty();
  }

  @Test
  void optionsOfATableAreReadAndStrictTypesToo() throws SQLException {
    Introspected read =
        read(
            "CREATE TABLE t (id INT PRIMARY KEY, a REAL, b ANY, c TEXT DEFAULT 'x')"
                + " WITHOUT ROWID, STRICT",
            "CREATE TABLE copy AS SELECT id, a FROM t");

    Table table = read.schema().require(TableName.of("t"));
    assertThat(table.options())
        .isEqualTo(Options.of("sqlite", Map.of("strict", "true", "without_rowid", "true")));
    assertThat(table.columns())
        .containsExactly(
            column("id", "bigint").withNullable(false),
            column("a", "double"),
            Column.of("b", new DataType.Native("ANY")),
            column("c", "text").withDefault(constant("x")));
    assertThat(read.schema().require(TableName.of("copy")).columns())
        .extracting(Column::name)
        .containsExactly("id", "a");
  }

  @Test
  void whatTheModelDoesNotHoldIsNamed() throws SQLException {
    Introspected read =
        read(
            "CREATE VIRTUAL TABLE docs USING fts5(body)",
            "CREATE TABLE t (a int NOT NULL ON CONFLICT IGNORE, b text,"
                + " UNIQUE (b COLLATE nocase), CONSTRAINT uq UNIQUE (a) ON CONFLICT REPLACE,"
                + " CONSTRAINT fk FOREIGN KEY (a) REFERENCES gone (x))",
            "CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END",
            "CREATE TABLE \"line\nend\" (a int)");

    assertThat(read.schema().tables()).extracting(Table::name).containsExactly(TableName.of("t"));
    assertThat(read.schema().require(TableName.of("t")).constraints())
        .containsExactly(new UniqueConstraint("uq", List.of("a")));
    assertThat(read.leftOut())
        .extracting(LeftOut::toString)
        .containsExactlyInAnyOrder(
            "virtual table docs",
            "clause ON CONFLICT of t.a",
            "unique constraint on b of t: it compares by another collation than the columns",
            "clause ON CONFLICT REPLACE of uq of t",
            "foreign key fk of t: there is no table gone",
            "trigger tr of t",
            "table line\nend: no document can have such a name");
  }

  @Test
  void attachedDatabasesAreSchemas() throws SQLException {
    Schema model = NONE.plus(new Namespace("other")).plus(new Namespace("not_there"));
    Introspected read =
        read(
            model,
            "ATTACH ':memory:' AS other",
            "CREATE TABLE t (a text)",
            "CREATE TABLE other.t (a text, b text)",
            "CREATE INDEX other.ix ON t (b)");

    TableName there = new TableName("other", "t");
    assertThat(read.schema().tables())
        .extracting(Table::name)
        .containsExactlyInAnyOrder(TableName.of("t"), there);
    assertThat(read.schema().require(there).indexes())
        .containsExactly(new Index("ix", List.of(IndexPart.column("b")), false, null));
  }

  @Test
  void viewsHaveTheirQueries() throws SQLException {
    Introspected read =
        read(
            "CREATE TABLE t (a text)",
            "CREATE VIEW IF NOT EXISTS v (\"x y\") AS -- all of them\n SELECT a FROM t");

    assertThat(read.schema().objects())
        .containsExactly(
            new View(TableName.of("v"), false, List.of("x y"), null, "SELECT a FROM t", null));
  }

  /** What our own DDL makes of what was read is the same to the database. */
  @Test
  void whatIsReadCanBeMadeAgain() throws SQLException {
    Introspected read =
        read(
            "CREATE TABLE parents (a int, b varchar(10) DEFAULT 'x', PRIMARY KEY (a, b))",
            """
            CREATE TABLE "Order" (
              id INTEGER PRIMARY KEY AUTOINCREMENT, "select" text COLLATE NOCASE NOT NULL,
              made TIMESTAMP DEFAULT CURRENT_TIMESTAMP, kind text DEFAULT (lower('A')),
              bytes BLOB DEFAULT x'CAFE', twice AS (id * 2), a int, b varchar(10),
              CHECK ("select" <> ''), UNIQUE (a, b),
              FOREIGN KEY (a, b) REFERENCES parents ON DELETE CASCADE)""",
            "CREATE UNIQUE INDEX ux ON \"Order\" (lower(kind), made DESC) WHERE kind IS NOT NULL",
            "CREATE TABLE strict (id INT PRIMARY KEY, x ANY) STRICT, WITHOUT ROWID");
    SqliteDialect newer = (SqliteDialect) DIALECT.forVersion(DatabaseVersion.of(3, 50));

    try (SqliteRun again = new SqliteRun(newer)) {
      for (String table : List.of("parents", "Order", "strict")) {
        again.apply(new CreateTable(read.schema().require(TableName.of(table))));
      }
      Schema made = CatalogAccess.read(again.connection, DIALECT, NONE).schema();
      StoredForm form = DIALECT.storedForm();
      for (Table table : read.schema().tables()) {
        assertThat(form.of(made.require(table.name()))).isEqualTo(form.of(table));
        assertThat(form.of(form.of(table))).isEqualTo(form.of(table));
      }
    }
  }
}
