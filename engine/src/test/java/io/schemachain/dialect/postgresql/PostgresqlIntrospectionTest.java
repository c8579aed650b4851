package io.schemachain.dialect.postgresql;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.apply.CatalogAccess;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Migrator;
import io.schemachain.diff.Renames;
import io.schemachain.diff.SchemaDiff;
import io.schemachain.diff.Side;
import io.schemachain.diff.Step;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Kinds;
import io.schemachain.introspect.LeftOut;
import io.schemachain.introspect.Scope;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Deferral;
import io.schemachain.model.EnumType;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Namespace;
import io.schemachain.model.NullsOrder;
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
import io.schemachain.model.ViewIndex;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.CreateSchema;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A schema as people have it, and what is read of it. */
final class PostgresqlIntrospectionTest {
  private static final String SHOP =
      """
      CREATE SCHEMA extra;
      CREATE SCHEMA elsewhere;
      CREATE TABLE elsewhere.unseen (id int);
      CREATE DOMAIN positive AS int CHECK (VALUE > 0);
      CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'HAPPY');
      CREATE TYPE extra.colour AS ENUM ('red');
      CREATE TYPE pair AS (a int, b int);
      CREATE SEQUENCE counter START 5 INCREMENT 5 MAXVALUE 1000 CYCLE CACHE 7;

      CREATE TABLE "User" (
        id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10),
        "order" varchar(20) DEFAULT 'it''s' NOT NULL,
        email text COLLATE "C" UNIQUE,
        plain varchar,
        price numeric(10,2) DEFAULT 0.00,
        free numeric DEFAULT -1.5,
        active bool NOT NULL DEFAULT true,
        born date DEFAULT '2000-02-29',
        seen timestamptz DEFAULT now(),
        logged timestamp(3) DEFAULT '2020-01-01 10:30:00',
        at timestamptz DEFAULT '2020-01-01 10:00:00+02',
        code char(3),
        tags text[] DEFAULT '{}',
        feeling mood DEFAULT 'sad',
        feelings mood[],
        colour extra.colour,
        many positive,
        doc jsonb DEFAULT '{}',
        raw json,
        bytes bytea DEFAULT '\\xcafe',
        key uuid DEFAULT gen_random_uuid(),
        address inet DEFAULT '10.0.0.1',
        serial_no serial,
        bits bit(3),
        nothing int DEFAULT NULL,
        total numeric(12,2) GENERATED ALWAYS AS (price * 2) STORED,
        PRIMARY KEY (id),
        CHECK (price >= 0)
      );
      COMMENT ON TABLE "User" IS 'Who buys';
      COMMENT ON COLUMN "User"."order" IS 'A reserved word';

      CREATE TABLE extra.notes (
        a int, b int, c int,
        user_id bigint CONSTRAINT fk_user REFERENCES public."User" ON DELETE SET NULL ON UPDATE CASCADE
          DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT pk_notes PRIMARY KEY (b, a),
        CONSTRAINT uq_notes UNIQUE (c, a) DEFERRABLE,
        CONSTRAINT ex_notes EXCLUDE USING btree (c WITH =) WHERE (a > 0)
      ) WITH (fillfactor = 70);
      ALTER TABLE extra.notes ADD CONSTRAINT fk_self FOREIGN KEY (c, a) REFERENCES extra.notes (b, a) MATCH FULL
        NOT VALID;
      ALTER TABLE extra.notes ADD CONSTRAINT ck_late CHECK (c > 0) NOT VALID;
      CREATE UNLOGGED TABLE scratch (line text);

      CREATE INDEX ix_lower ON "User" (lower(email), price DESC, born NULLS FIRST) WHERE active;
      CREATE UNIQUE INDEX ux_code ON "User" (code COLLATE "C", plain varchar_pattern_ops) INCLUDE (born)
        WITH (fillfactor = 80);
      CREATE INDEX ix_doc ON "User" USING gin (doc jsonb_path_ops);

      CREATE TABLE measured (at date NOT NULL, region text NOT NULL, v int) PARTITION BY RANGE (at);
      CREATE TABLE measured_old PARTITION OF measured FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
      CREATE TABLE measured_2020 PARTITION OF measured FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')
        PARTITION BY LIST (region);
      CREATE TABLE measured_rest PARTITION OF measured DEFAULT;
      CREATE INDEX ix_v ON measured (v);
      CREATE INDEX ix_alone ON measured_old (region);
      CREATE TABLE listed (kind text, n int) PARTITION BY LIST (kind);
      CREATE TABLE listed_a PARTITION OF listed FOR VALUES IN ('it''s, (so)', NULL);
      CREATE TABLE parent (p int);
      CREATE TABLE child (q int) INHERITS (parent);

      CREATE VIEW busy AS SELECT id, email FROM "User" WHERE active;
      COMMENT ON VIEW busy IS 'Who is there';
      CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM "User";
      CREATE UNIQUE INDEX ux_counted ON counted (n);
      CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
      CREATE TRIGGER stop BEFORE INSERT ON scratch FOR EACH ROW EXECUTE FUNCTION stop();
      CREATE RULE quiet AS ON DELETE TO scratch DO INSTEAD NOTHING;
      CREATE POLICY mine ON scratch USING (true);
      ALTER TABLE scratch ENABLE ROW LEVEL SECURITY;
      CREATE STATISTICS related ON a, b FROM extra.notes;
      COMMENT ON INDEX ix_doc IS 'For the search';
      CREATE TABLE "two
      lines" (id int);
      """;

  private static final TableName USER = TableName.of("User");
  private static final TableName NOTES = new TableName("extra", "notes");
  private static final DataType.Enumeration MOOD =
      new DataType.Enumeration("mood", List.of("sad", "it's ok", "HAPPY"));

  private TestDatabase database;
  private Connection connection;
  private Dialect dialect;

  @BeforeEach
  void connect() throws SQLException {
    database = TestDatabases.fresh("postgresql");
    connection = database.connect();
    Dialect any = new PostgresqlDialect();
    dialect =
        any.forVersion(any.serverVersion(connection.getMetaData().getDatabaseProductVersion()));
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private Introspected read(Connection from, String... others) throws SQLException {
    return CatalogAccess.read(from, dialect, new Scope("public", List.of(others)));
  }

  private Introspected shop() throws SQLException {
    execute(SHOP);
    return read(connection, "extra", "missing");
  }

  @Test
  void tablesOfTheSchemasThatAreAskedFor() throws SQLException {
    assertThat(shop().schema().tables().stream().map(table -> table.name().toString()))
        .containsExactlyInAnyOrder(
            "User", "scratch", "measured", "listed", "parent", "child", "extra.notes");
  }

  @Test
  void columns() throws SQLException {
    Table user = shop().schema().require(USER);
    assertThat(user.comment()).isEqualTo("Who buys");
    assertThat(user.columns())
        .containsExactly(
            column("id", "bigint").withNullable(false).withIdentity(new Identity(true, 100L, 10L)),
            column("order", "string(20)", constant("it's"))
                .withNullable(false)
                .withComment("A reserved word"),
            column("email", "text").withCollation("C"),
            Column.of("plain", new DataType.Native("character varying")),
            column("price", "numeric(10,2)", constant("0.00")),
            Column.of("free", new DataType.Native("numeric")).withDefault(constant("-1.5")),
            column("active", "boolean", constant("true")).withNullable(false),
            column("born", "date", constant("2000-02-29")),
            column("seen", "timestamptz", expression("now()")),
            column("logged", "timestamp(3)", constant("2020-01-01T10:30:00")),
            column("at", "timestamptz", constant("2020-01-01T08:00:00Z")),
            column("code", "char(3)"),
            Column.of("tags", new DataType.Array(DataTypes.parse("text")))
                .withDefault(constant("{}")),
            Column.of("feeling", MOOD).withDefault(constant("sad")),
            Column.of("feelings", new DataType.Array(MOOD)),
            Column.of("colour", new DataType.Native("extra.colour")),
            Column.of("many", new DataType.Native("positive")),
            column("doc", "json", constant("{}")),
            Column.of("raw", new DataType.Native("json")),
            column("bytes", "blob", constant("0xCAFE")),
            column("key", "uuid", expression("gen_random_uuid()")),
            Column.of("address", new DataType.Native("inet")).withDefault(constant("10.0.0.1")),
            column(
                    "serial_no",
                    "integer",
                    expression("nextval('\"User_serial_no_seq\"'::regclass)"))
                .withNullable(false),
            Column.of("bits", new DataType.Native("bit(3)")),
            column("nothing", "integer"),
            column("total", "numeric(12,2)")
                .withComputed(new Computed("price * (2)::numeric", true)));
  }

  @Test
  void keysAndConstraints() throws SQLException {
    Schema schema = shop().schema();
    assertThat(schema.require(USER).constraints())
        .containsExactlyInAnyOrder(
            new PrimaryKey("User_pkey", List.of("id")),
            new UniqueConstraint("User_email_key", List.of("email")),
            new Check("User_price_check", "price >= (0)::numeric"));
    Table notes = schema.require(NOTES);
    assertThat(notes.options()).isEqualTo(options("with.fillfactor", "70"));
    assertThat(notes.constraints())
        .containsExactlyInAnyOrder(
            new PrimaryKey("pk_notes", List.of("b", "a")),
            new UniqueConstraint(
                "uq_notes", List.of("c", "a"), Deferral.INITIALLY_IMMEDIATE, false, Options.none()),
            new ForeignKey(
                "fk_user",
                List.of("user_id"),
                USER,
                List.of("id"),
                ReferentialAction.SET_NULL,
                ReferentialAction.CASCADE,
                Deferral.INITIALLY_DEFERRED,
                false,
                true),
            new ForeignKey(
                "fk_self",
                List.of("c", "a"),
                NOTES,
                List.of("b", "a"),
                null,
                null,
                Deferral.NONE,
                true,
                false),
            new Check("ck_late", "c > 0", false),
            new Exclusion(
                "ex_notes",
                null,
                List.of(new Exclusion.Element(IndexPart.column("c"), "=")),
                "a > 0",
                Deferral.NONE));
    assertThat(schema.require(TableName.of("scratch")).options())
        .isEqualTo(options("unlogged", "true"));
  }

  @Test
  void indexes() throws SQLException {
    Schema schema = shop().schema();
    assertThat(schema.require(NOTES).indexes()).isEmpty();
    assertThat(schema.require(USER).indexes())
        .containsExactlyInAnyOrder(
            new Index(
                "ix_lower",
                List.of(
                    new IndexPart.ExpressionPart("lower(email)", false),
                    new IndexPart.ColumnPart("price", true),
                    part("born", NullsOrder.FIRST, null, null)),
                false,
                "active"),
            new Index(
                "ux_code",
                List.of(
                    part("code", null, "C", null),
                    part("plain", null, null, "varchar_pattern_ops")),
                true,
                null,
                null,
                List.of("born"),
                false,
                options("with.fillfactor", "80")),
            new Index(
                "ix_doc",
                List.of(part("doc", null, null, "jsonb_path_ops")),
                false,
                null,
                "gin",
                List.of(),
                false,
                Options.none()));
  }

  @Test
  void partitions() throws SQLException {
    Schema schema = shop().schema();
    Table measured = schema.require(TableName.of("measured"));
    assertThat(measured.partitioning())
        .isEqualTo(
            new Partitioning(
                Partitioning.Method.RANGE,
                List.of("at"),
                null,
                List.of(
                    Partition.of(
                        "measured_old",
                        new Partition.Range(List.of(), List.of(Value.text("2020-01-01")))),
                    Partition.of("measured_rest", new Partition.Rest()))));
    assertThat(measured.indexes()).hasSize(1);
    Partitioning listed = requireNonNull(schema.require(TableName.of("listed")).partitioning());
    assertThat(listed.partitions())
        .containsExactly(
            Partition.of(
                "listed_a", new Partition.In(List.of(Value.text("it's, (so)"), Value.NULL))));
  }

  @Test
  void objectsBesideTables() throws SQLException {
    Schema schema = shop().schema();
    assertThat(schema.find(ObjectKind.SEQUENCE, TableName.of("counter")))
        .contains(new Sequence(TableName.of("counter"), 5L, 5, null, 1000L, true, 7L));
    assertThat(schema.find(ObjectKind.SEQUENCE, TableName.of("User_serial_no_seq"))).isPresent();
    assertThat(schema.find(ObjectKind.TYPE, TableName.of("mood"))).contains(new EnumType(MOOD));
    assertThat(schema.find(ObjectKind.SCHEMA, TableName.of("extra")))
        .contains(new Namespace("extra"));
    assertThat(schema.find(ObjectKind.SCHEMA, TableName.of("missing"))).isEmpty();
    View busy = (View) schema.find(ObjectKind.VIEW, TableName.of("busy")).orElseThrow();
    assertThat(busy.comment()).isEqualTo("Who is there");
    assertThat(busy.sql()).startsWith("SELECT").contains("FROM").doesNotContain(";");
    assertThat(schema.find(ObjectKind.MATERIALIZED_VIEW, TableName.of("counted"))).isPresent();
    assertThat(schema.objectsOn(TableName.of("counted")))
        .containsExactly(
            new ViewIndex(
                TableName.of("counted"),
                new Index("ux_counted", List.of(IndexPart.column("n")), true, null)));
  }

  @Test
  void whatTheModelDoesNotHoldIsNamed() throws SQLException {
    assertThat(shop().leftOut().stream().map(LeftOut::toString))
        .containsExactlyInAnyOrder(
            "domain positive",
            "composite type pair",
            "enum type extra.colour: enum types are in the default schema",
            "owner of a sequence User_serial_no_seq: it vanishes with User.serial_no",
            "partition measured_2020: it is partitioned itself",
            "index ix_alone: it is on the partition measured_old alone",
            "inheritance child: from parent",
            "function stop()",
            "trigger scratch.stop",
            "rule scratch.quiet",
            "policy scratch.mine",
            "row level security scratch",
            "statistics related",
            "comment ix_doc: of an index",
            "table two\nlines: its name has a control character, which no document can write");
  }

  /** What was read, written by us into another database, is the same there. */
  @Test
  void whatIsReadCanBeMadeAgain() throws SQLException {
    Introspected read = shop();
    Kinds kinds = dialect.introspection().kinds();
    Migration migration =
        Migrator.migrate(
            new Migrator.Request(
                dialect,
                kinds,
                Side.of(Schema.empty(dialect.nameScopes())),
                Side.of(read),
                Renames.NONE,
                difference -> true));
    assertThat(migration.left()).isEmpty();
    try (TestDatabase second = TestDatabases.fresh("postgresql");
        Connection other = second.connect();
        Statement statement = other.createStatement()) {
      statement.execute("CREATE DOMAIN positive AS int");
      statement.execute("CREATE SCHEMA extra");
      statement.execute("CREATE TYPE extra.colour AS ENUM ('red')");
      Schema before = Schema.empty(dialect.nameScopes());
      for (Step step : migration.steps()) {
        Schema after = ApplyToSchema.apply(step.operation(), before);
        OperationStep rendered = new OperationStep(step.operation(), before, after);
        for (SqlStatement sql : dialect.render(List.of(rendered)).get(0)) {
          if (!(step.operation() instanceof CreateSchema)) {
            statement.execute(sql.text());
          }
        }
        before = after;
      }
      assertThat(SchemaDiff.of(dialect, kinds, Side.of(read), Side.of(read(other, "extra"))))
          .isEmpty();
    }
  }

  @Test
  void anEmptyDatabase() throws SQLException {
    Introspected read = read(connection);
    assertThat(read.schema().isEmpty()).isTrue();
    assertThat(read.leftOut()).isEmpty();
  }

  @Test
  void whoMayReadNoTableReadsTheCatalog() throws SQLException {
    execute(SHOP);
    execute("DROP ROLE IF EXISTS nobody_here");
    execute("CREATE ROLE nobody_here");
    execute("REVOKE ALL ON SCHEMA public, extra FROM PUBLIC");
    List<Table> all = List.copyOf(read(connection, "extra").schema().tables());
    execute("SET ROLE nobody_here");
    List<Table> seen = List.copyOf(read(connection, "extra").schema().tables());
    assertThat(names(seen)).isEqualTo(names(all));
    execute("RESET ROLE");
    execute("GRANT ALL ON SCHEMA public TO PUBLIC");
    execute("DROP ROLE nobody_here");
  }

  private static List<TableName> names(List<Table> tables) {
    return tables.stream().map(Table::name).toList();
  }

  private static Column column(String name, String type) {
    return Column.of(name, DataTypes.parse(type));
  }

  private static Column column(String name, String type, DefaultValue value) {
    return column(name, type).withDefault(value);
  }

  private static DefaultValue constant(String text) {
    return new DefaultValue.Constant(text);
  }

  private static DefaultValue expression(String sql) {
    return new DefaultValue.Expression(sql);
  }

  private static Options options(String word, String value) {
    return Options.of("postgresql", Map.of(word, value));
  }

  private static IndexPart part(
      String column,
      @Nullable NullsOrder nulls,
      @Nullable String collation,
      @Nullable String operatorClass) {
    return new IndexPart.ColumnPart(
        column, null, new IndexPart.Options(false, nulls, collation, operatorClass));
  }
}
