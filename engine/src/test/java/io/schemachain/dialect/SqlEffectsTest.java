package io.schemachain.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Deferral;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlEffectsTest {
  private static final String ALL = "postgresql mysql mariadb sqlite h2";

  private static Dialect dialect(String name) {
    return Dialects.find(name).orElseThrow();
  }

  /** A table t with an index ix, as is s.t with an index six. */
  private static Schema schema(Dialect dialect) {
    Table table = Table.of(TableName.of("t"), List.of(column("a", "INT")));
    return Schema.empty(dialect.nameScopes())
        .plus(table.plus(index("ix", "a")))
        .plus(table.withName(new TableName("s", "t")).plus(index("six", "a")));
  }

  private static Column column(String name, String type) {
    return Column.of(name, new DataType.Native(type));
  }

  private static Index index(String name, String column) {
    return new Index(name, List.of(IndexPart.column(column)), false, null);
  }

  private static void reads(String dialects, String sql, Operation... operations) {
    for (String name : dialects.split(" ", -1)) {
      Dialect dialect = dialect(name);
      assertThat(SqlEffects.read(sql, dialect, schema(dialect)))
          .as("%s on %s", sql, name)
          .containsExactly(operations);
    }
  }

  private static void isNotUnderstood(String dialects, String sql) {
    for (String name : dialects.split(" ", -1)) {
      Dialect dialect = dialect(name);
      assertThatExceptionOfType(NotUnderstoodException.class)
          .as("%s on %s", sql, name)
          .isThrownBy(() -> SqlEffects.read(sql, dialect, schema(dialect)));
    }
  }

  private static final TableName T = TableName.of("t");

  @Test
  void readsATableOfColumns() {
    reads(
        ALL,
        "-- why\nCREATE TABLE u (a int, b varchar(20) NOT NULL DEFAULT 'x''y', /* c */ c numeric(10, 2)"
            + " DEFAULT -1 NULL, d double  precision DEFAULT (1+2), e date DEFAULT NULL,"
            + " f timestamp DEFAULT CURRENT_TIMESTAMP, g int DEFAULT abs( -1 ))",
        new CreateTable(
            Table.of(
                TableName.of("u"),
                List.of(
                    column("a", "int"),
                    column("b", "varchar(20)").withNullable(false).withDefault(sql("'x''y'")),
                    column("c", "numeric(10, 2)").withDefault(sql("-1")),
                    column("d", "double precision").withDefault(sql("(1+2)")),
                    column("e", "date"),
                    column("f", "timestamp").withDefault(sql("CURRENT_TIMESTAMP")),
                    column("g", "int").withDefault(sql("abs( -1 )"))))));
  }

  private static DefaultValue sql(String sql) {
    return new DefaultValue.Expression(sql);
  }

  @Test
  void readsConstraintsOfATable() {
    TableName parent = new TableName("s", "t");
    reads(
        ALL,
        """
        create table s.u (a int not null, b int,
          constraint pk primary key (a), constraint uq unique (a, b),
          constraint f1 foreign key (b) references s.t (a) on update cascade on delete set null,
          constraint f2 foreign key (b) references s.t on delete no action,
          constraint ck check (a>0 and (b is null or b <> 3)))
        """,
        new CreateTable(
            Table.of(
                    new TableName("s", "u"),
                    List.of(column("a", "int").withNullable(false), column("b", "int")))
                .plus(new PrimaryKey("pk", List.of("a")))
                .plus(new UniqueConstraint("uq", List.of("a", "b")))
                .plus(
                    new ForeignKey(
                        "f1",
                        List.of("b"),
                        parent,
                        List.of("a"),
                        ReferentialAction.SET_NULL,
                        ReferentialAction.CASCADE))
                .plus(new ForeignKey("f2", List.of("b"), parent, List.of(), null, null))
                .plus(new Check("ck", "a>0 and (b is null or b <> 3)"))));
  }

  @Test
  void readsNamedConstraintsOfAColumn() {
    String statement =
        "CREATE TABLE u (a int NOT NULL CONSTRAINT pk PRIMARY KEY, b int CONSTRAINT uq UNIQUE DEFAULT 1"
            + " CONSTRAINT fk REFERENCES t (a) ON DELETE CASCADE)";
    reads(
        "postgresql sqlite h2",
        statement,
        new CreateTable(
            Table.of(
                    TableName.of("u"),
                    List.of(
                        column("a", "int").withNullable(false),
                        column("b", "int").withDefault(sql("1"))))
                .plus(new PrimaryKey("pk", List.of("a")))
                .plus(new UniqueConstraint("uq", List.of("b")))
                .plus(
                    new ForeignKey(
                        "fk", List.of("b"), T, List.of("a"), ReferentialAction.CASCADE, null))));
    isNotUnderstood("mysql mariadb", statement);
  }

  @Test
  void readsTypesAsTheyAre() {
    String types =
        "character varying(10)|timestamp with time zone|timestamp(3) without time zone|int[]|s.mood"
            + "|\"Mood\"|numeric|jsonb";
    for (String type : types.split("\\|", -1)) {
      reads(
          "postgresql",
          "CREATE TABLE u (a " + type + " NOT NULL)",
          new CreateTable(
              Table.of(TableName.of("u"), List.of(column("a", type).withNullable(false)))));
    }
    for (String type : "INT UNSIGNED|ENUM('a', 'b')|DATETIME(6)|BIGINT(20)".split("\\|", -1)) {
      reads(
          "mysql mariadb",
          "CREATE TABLE u (a " + type + " NOT NULL)",
          new CreateTable(
              Table.of(TableName.of("u"), List.of(column("a", type).withNullable(false)))));
    }
  }

  @Test
  void readsDefaultsAsTheyAre() {
    String defaults =
        "true|now()|'{}'::jsonb|DATE '2020-01-01'|nextval('s')|1.50|E'a\\\\n'|gen_random_uuid()"
            + "|(a COLLATE \"C\")|cast('1' AS int)";
    for (String value : defaults.split("\\|", -1)) {
      reads(
          "postgresql",
          "ALTER TABLE t ADD COLUMN b x DEFAULT " + value + " NOT NULL",
          new AddColumn(T, column("b", "x").withNullable(false).withDefault(sql(value))));
    }
  }

  @Test
  void readsIndexes() {
    reads(
        ALL,
        "CREATE UNIQUE INDEX i ON s.t (a, b DESC, c ASC)",
        new CreateIndex(
            new TableName("s", "t"),
            new Index(
                "i",
                List.of(
                    IndexPart.column("a"),
                    new IndexPart.ColumnPart("b", true),
                    IndexPart.column("c")),
                true,
                null)));
    reads(
        "postgresql sqlite",
        "CREATE INDEX i ON t (a) WHERE a > 0 AND a<9",
        new CreateIndex(T, new Index("i", List.of(IndexPart.column("a")), false, "a > 0 AND a<9")));
  }

  @Test
  void readsDrops() {
    reads(ALL, "DROP TABLE t", new DropTable(T, false));
    reads(ALL, "drop table if exists s.t", new DropTable(new TableName("s", "t"), true));
    reads("postgresql sqlite h2", "DROP INDEX ix", new DropIndex(T, "ix"));
    reads(
        "postgresql sqlite h2",
        "DROP INDEX IF EXISTS s.six",
        new DropIndex(new TableName("s", "t"), "six"));
    reads("mysql mariadb", "DROP INDEX ix ON t", new DropIndex(T, "ix"));
    isNotUnderstood(ALL, "DROP INDEX six");
    isNotUnderstood(ALL, "DROP INDEX s.ix");
    isNotUnderstood(ALL, "DROP INDEX six ON t");
    isNotUnderstood(ALL, "DROP INDEX ix ON u");
  }

  @Test
  void readsAlterTable() {
    reads(
        ALL,
        "ALTER TABLE t ADD COLUMN b INT NOT NULL DEFAULT 5, ADD c TEXT, DROP COLUMN a, DROP d",
        new AddColumn(T, column("b", "INT").withNullable(false).withDefault(sql("5"))),
        new AddColumn(T, column("c", "TEXT")),
        new DropColumn(T, "a"),
        new DropColumn(T, "d"));
    reads(
        "postgresql sqlite h2",
        "ALTER TABLE t ADD COLUMN b INT CONSTRAINT uq UNIQUE",
        new AddColumn(T, column("b", "INT")),
        new CreateUniqueConstraint(T, new UniqueConstraint("uq", List.of("b"))));
    reads(
        ALL,
        "ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a), ADD CONSTRAINT uq UNIQUE (a, b)",
        new CreatePrimaryKey(T, new PrimaryKey("pk", List.of("a"))),
        new CreateUniqueConstraint(T, new UniqueConstraint("uq", List.of("a", "b"))));
    reads(
        ALL,
        "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (id) ON DELETE RESTRICT",
        new CreateForeignKey(
            T,
            new ForeignKey(
                "fk",
                List.of("a"),
                TableName.of("u"),
                List.of("id"),
                ReferentialAction.RESTRICT,
                null)));
    reads(
        ALL,
        "ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0)",
        new CreateCheckConstraint(T, new Check("ck", "a > 0")));
    reads(ALL, "ALTER TABLE t DROP CONSTRAINT ck", new DropConstraint(T, "ck"));
    reads(ALL, "ALTER TABLE t RENAME TO u", new RenameTable(T, "u"));
    reads(ALL, "ALTER TABLE t RENAME COLUMN a TO b", alter("b", null, Change.none()));
    reads(ALL, "ALTER TABLE t ALTER COLUMN a SET NOT NULL", alter(null, false, Change.none()));
    reads(ALL, "ALTER TABLE t ALTER a DROP NOT NULL", alter(null, true, Change.none()));
    reads(
        ALL,
        "ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x'",
        alter(null, null, Change.to(sql("'x'"))));
    reads(ALL, "ALTER TABLE t ALTER a SET DEFAULT NULL", alter(null, null, Change.drop()));
    reads(ALL, "ALTER TABLE t ALTER COLUMN a DROP DEFAULT", alter(null, null, Change.drop()));
  }

  private static Operation alter(
      @Nullable String newName, @Nullable Boolean nullable, Change<DefaultValue> value) {
    return new AlterColumn(T, "a", newName, null, nullable, value, Change.none());
  }

  /** The model's name; nothing where the model could not say the same. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      textBlock =
          """
          postgresql, Users,        users
          postgresql, user$1,       user$1
          postgresql, "Users",      Users
          postgresql, "a""b",       a"b
          postgresql, "users",      users
          postgresql, `users`,
          postgresql, [users],
          postgresql, täble,
          postgresql, a234567890123456789012345678901234567890123456789012345678901234,
          h2,         Users,        users
          h2,         "Users",      Users
          h2,         "USERS",      USERS
          h2,         "users",
          h2,         "user",       user
          h2,         user$1,
          h2,         `users`,
          mysql,      Users,        Users
          mysql,      `a``b`,       a`b
          mysql,      "users",
          mariadb,    `Users`,      Users
          sqlite,     Users,        Users
          sqlite,     "Users",      Users
          sqlite,     `Users`,      Users
          sqlite,     [Users],      Users
          """)
  void readsNames(String dialect, String written, @Nullable String name) {
    String sql = "DROP TABLE " + written;
    if (name == null) {
      isNotUnderstood(dialect, sql);
    } else {
      reads(dialect, sql, new DropTable(TableName.of(name), false));
    }
  }

  @Test
  void keysThatMayHoldNullAreNotTheModels() {
    String statement = "CREATE TABLE u (a INT, CONSTRAINT pk PRIMARY KEY (a))";
    reads(
        "postgresql mysql mariadb h2",
        statement,
        new CreateTable(
            Table.of(TableName.of("u"), List.of(column("a", "INT")))
                .plus(new PrimaryKey("pk", List.of("a")))));
    isNotUnderstood("sqlite", statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE IF NOT EXISTS u (a INT)",
        "CREATE OR REPLACE TABLE u (a INT)",
        "CREATE UNLOGGED TABLE u (a INT)",
        "CREATE GLOBAL TEMPORARY TABLE u (a INT)",
        "CREATE TABLE x.y.u (a INT)",
        "CREATE TABLE u ()",
        "CREATE TABLE u (a)",
        "CREATE TABLE u (a INT) WITHOUT ROWID",
        "CREATE TABLE u (a INT) STRICT",
        "CREATE TABLE u (a INT) ENGINE=InnoDB",
        "CREATE TABLE u (a INT) COMMENT 'x'",
        "CREATE TABLE u (a INT) WITH (fillfactor = 70)",
        "CREATE TABLE u (a INT) INHERITS (t)",
        "CREATE TABLE u (a INT) PARTITION BY HASH (a)",
        "CREATE TABLE u (a INT) TABLESPACE x",
        "CREATE TABLE u (a INT) ON COMMIT DROP",
        "CREATE TABLE u AS SELECT 1",
        "CREATE TABLE u (a INT) AS SELECT 1",
        "CREATE TABLE u (LIKE t)",
        "CREATE TABLE u LIKE t",
        "CREATE TABLE u OF x",
        "CREATE TABLE u (a INT); SELECT 1",
        "CREATE TABLE u (a INT, A INT, CONSTRAINT p PRIMARY KEY (a), CONSTRAINT q PRIMARY KEY (a))",
        "CREATE TABLE u (a INT PRIMARY KEY)",
        "CREATE TABLE u (a INT UNIQUE)",
        "CREATE TABLE u (a INT REFERENCES t)",
        "CREATE TABLE u (a INT CHECK (a > 0))",
        "CREATE TABLE u (a INT CONSTRAINT c CHECK (a > 0))",
        "CREATE TABLE u (a INT CONSTRAINT c NOT NULL)",
        "CREATE TABLE u (a INT, PRIMARY KEY (a))",
        "CREATE TABLE u (a INT, UNIQUE (a))",
        "CREATE TABLE u (a INT, FOREIGN KEY (a) REFERENCES t (a))",
        "CREATE TABLE u (a INT, CHECK (a > 0))",
        "CREATE TABLE u (a INT, KEY k (a))",
        "CREATE TABLE u (a INT, UNIQUE KEY k (a))",
        "CREATE TABLE u (a INT, CONSTRAINT k UNIQUE KEY (a))",
        "CREATE TABLE u (a INT, CONSTRAINT k UNIQUE (a) INCLUDE (b))",
        "CREATE TABLE u (a INT, CONSTRAINT k UNIQUE (a DESC))",
        "CREATE TABLE u (a INT, CONSTRAINT k UNIQUE (a(10)))",
        "CREATE TABLE u (a INT, CONSTRAINT k UNIQUE (a) ON CONFLICT REPLACE)",
        "CREATE TABLE u (a INT, CONSTRAINT k PRIMARY KEY (a) USING BTREE)",
        "CREATE TABLE u (a INT, CONSTRAINT k CHECK (a > 0) NO INHERIT)",
        "CREATE TABLE u (a INT, CONSTRAINT k CHECK (a > 0) NOT ENFORCED)",
        "CREATE TABLE u (a INT, CONSTRAINT k EXCLUDE USING gist (a WITH =))",
        "CREATE TABLE u (a INT, CONSTRAINT k FOREIGN KEY (a) REFERENCES t (a) MATCH FULL)",
        "CREATE TABLE u (a INT, CONSTRAINT k FOREIGN KEY (a) REFERENCES t (a) ON DELETE SET NULL (a))",
        "CREATE TABLE u (a INT AUTO_INCREMENT)",
        "CREATE TABLE u (a INTEGER NOT NULL CONSTRAINT p PRIMARY KEY AUTOINCREMENT)",
        "CREATE TABLE u (a INT IDENTITY)",
        "CREATE TABLE u (a INT GENERATED BY DEFAULT AS IDENTITY)",
        "CREATE TABLE u (a INT, b INT GENERATED ALWAYS AS (a * 2) STORED)",
        "CREATE TABLE u (a INT, b INT AS (a * 2))",
        "CREATE TABLE u (a SERIAL)",
        "CREATE TABLE u (a bigserial)",
        "CREATE TABLE u (a \"serial\")",
        "CREATE TABLE u (a TEXT COLLATE x)",
        "CREATE TABLE u (a TEXT DEFAULT 'a' COLLATE x)",
        "CREATE TABLE u (a VARCHAR(10) CHARACTER SET latin1)",
        "CREATE TABLE u (a INT COMMENT 'x')",
        "CREATE TABLE u (a INT INVISIBLE)",
        "CREATE TABLE u (a TEXT COMPRESSION lz4)",
        "CREATE TABLE u (a TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP)",
        "CREATE TABLE u (a INT DEFAULT 1 + 1)",
        "CREATE TABLE u (a INT NOT NULL ON CONFLICT IGNORE)",
        "CREATE TABLE u (a INT) /*!50100 PARTITION BY HASH (a) */ ROW_FORMAT=COMPACT",
        "CREATE INDEX ON t (a)",
        "CREATE INDEX IF NOT EXISTS i ON t (a)",
        "CREATE INDEX CONCURRENTLY i ON t (a)",
        "CREATE INDEX s.i ON t (a)",
        "CREATE INDEX i ON ONLY t (a)",
        "CREATE INDEX i ON t (a) USING HASH",
        "CREATE INDEX i ON t (lower(a))",
        "CREATE INDEX i ON t ((a + 1))",
        "CREATE INDEX i ON t (a(10))",
        "CREATE INDEX i ON t (a NULLS FIRST)",
        "CREATE INDEX i ON t (a COLLATE x)",
        "CREATE INDEX i ON t (a text_pattern_ops)",
        "CREATE INDEX i ON t (a) COMMENT 'x'",
        "CREATE FULLTEXT INDEX i ON t (a)",
        "CREATE VIEW v AS SELECT 1",
        "DROP TABLE t, u",
        "DROP TABLE t CASCADE",
        "DROP TABLE t RESTRICT",
        "DROP TEMPORARY TABLE t",
        "DROP INDEX CONCURRENTLY ix",
        "DROP INDEX ix, iy",
        "DROP INDEX ix CASCADE",
        "DROP VIEW t",
        "ALTER TABLE IF EXISTS t ADD b INT",
        "ALTER TABLE ONLY t ADD b INT",
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS b INT",
        "ALTER TABLE t ADD b INT FIRST",
        "ALTER TABLE t ADD b INT AFTER a",
        "ALTER TABLE t ADD b INT BEFORE a",
        "ALTER TABLE t ADD b INT UNIQUE",
        "ALTER TABLE t ADD INDEX i (a)",
        "ALTER TABLE t ADD UNIQUE (a)",
        "ALTER TABLE t ADD CHECK (a > 0)",
        "ALTER TABLE t ADD CONSTRAINT c UNIQUE USING INDEX ix",
        "ALTER TABLE t DROP COLUMN IF EXISTS a",
        "ALTER TABLE t DROP COLUMN a CASCADE",
        "ALTER TABLE t DROP CONSTRAINT IF EXISTS c",
        "ALTER TABLE t DROP CONSTRAINT c CASCADE",
        "ALTER TABLE t DROP PRIMARY KEY",
        "ALTER TABLE t DROP INDEX ix",
        "ALTER TABLE t DROP FOREIGN KEY f",
        "ALTER TABLE t MODIFY a BIGINT",
        "ALTER TABLE t CHANGE a b BIGINT",
        "ALTER TABLE t ALTER COLUMN a TYPE bigint",
        "ALTER TABLE t ALTER COLUMN a SET DATA TYPE bigint",
        "ALTER TABLE t ALTER COLUMN a DROP IDENTITY",
        "ALTER TABLE t ALTER COLUMN a SET STATISTICS 5",
        "ALTER TABLE t ALTER COLUMN a SET DEFAULT 1 + 1",
        "ALTER TABLE t RENAME CONSTRAINT c TO d",
        "ALTER TABLE t RENAME INDEX ix TO iy",
        "ALTER TABLE t RENAME AS u",
        "ALTER TABLE t RENAME u",
        "ALTER TABLE s.t RENAME TO u",
        "ALTER TABLE t RENAME TO s.u",
        "ALTER TABLE t RENAME COLUMN a TO b, ADD c INT",
        "ALTER TABLE t ADD c INT, ALGORITHM=INSTANT",
        "ALTER TABLE t ENGINE=InnoDB",
        "ALTER TABLE t COMMENT 'x'",
        "ALTER TABLE t ATTACH PARTITION u FOR VALUES IN (1)",
        "ALTER TABLE t SET SCHEMA s",
        "ALTER TABLE t",
        "DROP TABLE",
        "DROP FOREIGN TABLE t",
        "DROP MATERIALIZED VIEW t",
        "ALTER FOREIGN TABLE t ADD b INT",
        "ALTER INDEX ix RENAME TO iy",
        "ALTER TABLE t ADD PRIMARY KEY (a)",
        "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id)",
        "ALTER TABLE t ADD CONSTRAINT k",
        "ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a)",
        "ALTER TABLE t ADD CONSTRAINT k DEFAULT 1 FOR a",
        "ALTER TABLE t ADD PARTITION (PARTITION p VALUES LESS THAN (1))",
        "ALTER TABLE t DROP PARTITION p",
        "ALTER TABLE t DROP (a, b)",
        "ALTER TABLE t DROP UNIQUE (a)",
        "CREATE TABLE u (a INT, CONSTRAINT f FOREIGN KEY k (a) REFERENCES t (a))",
        "CREATE TABLE u (a INT, INDEX (a))",
        "CREATE INDEX i ON t",
        "CREATE INDEX i ON t ()",
        "CREATE SPATIAL INDEX i ON t (a)",
        "CREATE CLUSTERED INDEX i ON t (a)",
        "CREATE TABLE",
        "frobnicate"
      })
  void isNotUnderstood(String sql) {
    isNotUnderstood(ALL, sql);
  }

  @Test
  void readsWhatPostgresqlSaysOfConstraints() {
    reads(
        "postgresql",
        "CREATE TABLE u (a INT, CONSTRAINT k UNIQUE NULLS NOT DISTINCT (a) DEFERRABLE,"
            + " CONSTRAINT f FOREIGN KEY (a) REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED)",
        new CreateTable(
            Table.of(TableName.of("u"), List.of(column("a", "INT")))
                .plus(
                    new UniqueConstraint(
                        "k", List.of("a"), Deferral.INITIALLY_IMMEDIATE, true, Options.none()))
                .plus(foreignKey(T, Deferral.INITIALLY_DEFERRED, true))));
    reads(
        "postgresql",
        "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (a) DEFERRABLE INITIALLY"
            + " IMMEDIATE NOT VALID",
        new CreateForeignKey(
            T, foreignKey(TableName.of("u"), Deferral.INITIALLY_IMMEDIATE, false)));
    reads(
        "postgresql",
        "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID -- yet",
        new CreateCheckConstraint(T, new Check("c", "a > 0", false)));
    reads(
        "postgresql",
        "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a) DEFERRABLE INITIALLY DEFERRED",
        new CreatePrimaryKey(
            T, new PrimaryKey("k", List.of("a"), Deferral.INITIALLY_DEFERRED, Options.none())));
  }

  private static ForeignKey foreignKey(TableName referred, Deferral deferral, boolean validated) {
    return new ForeignKey(
        "f", List.of("a"), referred, List.of("a"), null, null, deferral, false, validated);
  }

  @Test
  void readsWhatPostgresqlSaysOfIndexes() {
    reads(
        "postgresql",
        "CREATE INDEX i ON t USING gin (a)",
        new CreateIndex(T, index("gin", List.of(), false, null)));
    reads(
        "postgresql",
        "CREATE UNIQUE INDEX i ON t USING btree (a) INCLUDE (b, \"C\") NULLS NOT DISTINCT WHERE a > 0",
        new CreateIndex(T, index("btree", List.of("b", "C"), true, "a > 0")));
  }

  private static Index index(
      @Nullable String using, List<String> include, boolean unique, @Nullable String where) {
    return new Index(
        "i", List.of(IndexPart.column("a")), unique, where, using, include, unique, Options.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE u (a INT, CONSTRAINT k UNIQUE NULLS NOT DISTINCT (a))",
        "CREATE TABLE u (a INT, CONSTRAINT k UNIQUE (a) DEFERRABLE)",
        "CREATE TABLE u (a INT, CONSTRAINT k FOREIGN KEY (a) REFERENCES t (a) DEFERRABLE)",
        "CREATE INDEX i ON t USING gin (a)",
        "CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT",
        "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
      })
  void othersDoNotSayIt(String sql) {
    isNotUnderstood("mysql mariadb sqlite h2 oracle sqlserver", sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) DEFERRABLE",
        "ALTER TABLE t ADD CONSTRAINT c UNIQUE (a) NOT VALID",
        "ALTER TABLE t ADD CONSTRAINT c UNIQUE (a) NOT DEFERRABLE",
        "ALTER TABLE t ADD CONSTRAINT c UNIQUE (a) INITIALLY DEFERRED DEFERRABLE",
        "ALTER TABLE t ADD b INT NOT VALID",
        "ALTER TABLE t ALTER CONSTRAINT f DEFERRABLE INITIALLY DEFERRED",
        "CREATE TABLE u (a INT, CONSTRAINT k CHECK (a > 0) NOT VALID)",
        "CREATE INDEX i ON t (a) NULLS DISTINCT",
        "CREATE INDEX i ON t (a) WITH (fillfactor = 70)",
        "CREATE INDEX i ON t (a) TABLESPACE x",
        "CREATE INDEX i ON t (a) INCLUDE ()",
      })
  void postgresqlSaysMoreThanIsUnderstood(String sql) {
    isNotUnderstood("postgresql", sql);
  }

  @Test
  void readsOracle() {
    reads(
        "oracle",
        "CREATE TABLE s.u (a NUMBER(10) NOT NULL, b VARCHAR2(20 CHAR) DEFAULT 'x' NOT NULL,"
            + " c NUMBER(10,2), CONSTRAINT pk PRIMARY KEY (a))",
        new CreateTable(
            Table.of(
                    new TableName("s", "u"),
                    List.of(
                        column("a", "NUMBER(10)").withNullable(false),
                        column("b", "VARCHAR2(20 CHAR)")
                            .withNullable(false)
                            .withDefault(sql("'x'")),
                        column("c", "NUMBER(10,2)")))
                .plus(new PrimaryKey("pk", List.of("a")))));
    reads(
        "oracle",
        "ALTER TABLE t ADD b NUMBER(10) DEFAULT 0 NOT NULL",
        new AddColumn(T, column("b", "NUMBER(10)").withNullable(false).withDefault(sql("0"))));
    reads(
        "oracle mysql mariadb h2",
        "ALTER TABLE t ADD (b VARCHAR(20), c INT DEFAULT 1 NOT NULL)",
        new AddColumn(T, column("b", "VARCHAR(20)")),
        new AddColumn(T, column("c", "INT").withNullable(false).withDefault(sql("1"))));
    reads(
        "oracle",
        "ALTER TABLE t ADD (b VARCHAR2(9 CHAR))",
        new AddColumn(T, column("b", "VARCHAR2(9 CHAR)")));
    reads("oracle", "ALTER TABLE t DROP COLUMN a", new DropColumn(T, "a"));
    reads("oracle", "ALTER TABLE t RENAME TO u", new RenameTable(T, "u"));
    reads("oracle", "DROP INDEX s.six", new DropIndex(new TableName("s", "t"), "six"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE u (a NUMBER GENERATED BY DEFAULT AS IDENTITY)",
        "CREATE INDEX s.i ON s.t (a)",
        "CREATE BITMAP INDEX i ON t (a)",
        "CREATE INDEX i ON t (a) TABLESPACE x",
        "ALTER TABLE t MODIFY a NOT NULL",
        "ALTER TABLE t MODIFY (a VARCHAR2(40 CHAR) DEFAULT 'x' NOT NULL)",
        "ALTER TABLE t ADD (CONSTRAINT uq UNIQUE (a))",
        "ALTER TABLE t ADD (b NUMBER) INVISIBLE",
        "ALTER TABLE t DROP (a, b)",
        "ALTER TABLE t DROP CONSTRAINT uq CASCADE",
        "RENAME t TO u",
        "DROP TABLE t CASCADE CONSTRAINTS",
        "DROP TABLE t PURGE",
      })
  void oracleSaysMoreThanIsUnderstood(String sql) {
    isNotUnderstood("oracle", sql);
  }

  /** Two NULLs are the same to its unique keys. */
  @Test
  void readsSqlServer() {
    reads(
        "sqlserver",
        "CREATE TABLE [s].[u] ([a] INT NOT NULL, [b c] NVARCHAR(50) NULL, d NVARCHAR(MAX),"
            + " CONSTRAINT [pk] PRIMARY KEY ([a]), CONSTRAINT uq UNIQUE (d))",
        new CreateTable(
            Table.of(
                    new TableName("s", "u"),
                    List.of(
                        column("a", "INT").withNullable(false),
                        column("b c", "NVARCHAR(50)"),
                        column("d", "NVARCHAR(MAX)")))
                .plus(new PrimaryKey("pk", List.of("a")))
                .plus(
                    new UniqueConstraint(
                        "uq", List.of("d"), Deferral.NONE, true, Options.none()))));
    reads(
        "sqlserver",
        "ALTER TABLE [s].[t] ADD [b] NVARCHAR(50) NOT NULL DEFAULT N'x'",
        new AddColumn(
            new TableName("s", "t"),
            column("b", "NVARCHAR(50)").withNullable(false).withDefault(sql("N'x'"))));
    reads("sqlserver", "ALTER TABLE t DROP COLUMN [a]", new DropColumn(T, "a"));
    reads("sqlserver", "ALTER TABLE t DROP CONSTRAINT ck", new DropConstraint(T, "ck"));
    reads("sqlserver", "DROP INDEX [ix] ON [t]", new DropIndex(T, "ix"));
    reads("sqlserver", "DROP INDEX six ON s.[t]", new DropIndex(new TableName("s", "t"), "six"));
    reads(
        "sqlserver",
        "CREATE UNIQUE INDEX [i] ON t ([a]) INCLUDE ([b]) WHERE [a] > 0",
        new CreateIndex(T, index(null, List.of("b"), true, "[a] > 0")));
    reads(
        "sqlserver",
        "CREATE INDEX i ON [s].[t] (a)",
        new CreateIndex(new TableName("s", "t"), index(null, List.of(), false, null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE u (a INT IDENTITY(1,1) NOT NULL CONSTRAINT pk PRIMARY KEY)",
        "CREATE TABLE u (a INT NOT NULL IDENTITY)",
        "CREATE TABLE u (a DATETIME2(7) CONSTRAINT df DEFAULT SYSDATETIME())",
        "CREATE TABLE u (b NVARCHAR(20) COLLATE Latin1_General_BIN)",
        "CREATE TABLE u (a INT NOT NULL, CONSTRAINT pk PRIMARY KEY CLUSTERED (a))",
        "CREATE TABLE db.s.u (a INT)",
        "CREATE NONCLUSTERED INDEX i ON t (a)",
        "CREATE UNIQUE CLUSTERED INDEX i ON t (a)",
        "ALTER TABLE t ADD b INT, c INT",
        "ALTER TABLE t ADD CONSTRAINT df DEFAULT 0 FOR a",
        "ALTER TABLE t WITH NOCHECK ADD CONSTRAINT ck CHECK (a > 0)",
        "ALTER TABLE t ALTER COLUMN a BIGINT NOT NULL",
        "ALTER TABLE t ALTER COLUMN a NVARCHAR(50) COLLATE Latin1_General_BIN NULL",
        "ALTER TABLE t DROP a",
        "ALTER TABLE t DROP COLUMN a, b",
        "DROP INDEX ix",
        "DROP INDEX s.six",
        "DROP INDEX t.ix",
        "DROP INDEX ix ON s.t",
        "DROP INDEX ix ON x.s.t",
      })
  void sqlServerSaysMoreThanIsUnderstood(String sql) {
    isNotUnderstood("sqlserver", sql);
  }

  private static final List<String> UNDERSTOOD =
      List.of(
          """
          CREATE TABLE s.u (a int NOT NULL, b varchar(20) DEFAULT 'x', c numeric(10, 2) NULL,
            d int DEFAULT -1, e date DEFAULT now(), f int DEFAULT (1 + 2),
            CONSTRAINT pk PRIMARY KEY (a), CONSTRAINT uq UNIQUE (a, b), CONSTRAINT ck CHECK (a > 0),
            CONSTRAINT fk FOREIGN KEY (b) REFERENCES s.t (a) ON DELETE SET NULL ON UPDATE CASCADE)
          """,
          "CREATE TABLE u (a int NOT NULL CONSTRAINT p PRIMARY KEY, b int CONSTRAINT f REFERENCES t)",
          "CREATE UNIQUE INDEX i ON t (a, b DESC) WHERE a > 0",
          "CREATE INDEX i ON t (a)",
          "CREATE UNIQUE INDEX i ON t USING btree (a) INCLUDE (b) NULLS NOT DISTINCT WHERE a > 0",
          "CREATE TABLE u (a INT, CONSTRAINT k UNIQUE NULLS NOT DISTINCT (a) DEFERRABLE)",
          "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u DEFERRABLE INITIALLY DEFERRED",
          "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
          "ALTER TABLE t ADD (b INT, c INT)",
          "DROP TABLE IF EXISTS t",
          "DROP INDEX ix",
          "ALTER TABLE t ADD COLUMN b INT NOT NULL DEFAULT 5, ADD CONSTRAINT k UNIQUE (a), DROP b",
          "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id) ON DELETE RESTRICT",
          "ALTER TABLE t DROP CONSTRAINT k",
          "ALTER TABLE t RENAME TO u",
          "ALTER TABLE t RENAME COLUMN a TO b",
          "ALTER TABLE t ALTER COLUMN a SET NOT NULL",
          "ALTER TABLE t ALTER COLUMN a SET DEFAULT 5");

  private static final List<String> INTRUDERS =
      List.of(
          "x",
          "5",
          "'x'",
          "(1)",
          "(a)",
          ",",
          "-",
          "NOT",
          "CASCADE",
          "ONLY",
          "UNIQUE",
          "USING x",
          "COLLATE x",
          "NOT VALID",
          "IF NOT EXISTS",
          "COMMENT 'x'",
          "= 1",
          "x.",
          ".x",
          "DEFERRABLE",
          "AUTO_INCREMENT",
          "TEMPORARY",
          "[]",
          "::x",
          "NULLS FIRST",
          "WITH (x)");

  /** A word more means something else, or is not understood; and nothing fails in another way. */
  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql", "sqlite", "h2", "sqlserver"})
  void overlooksNoWord(String name) {
    Dialect dialect = dialect(name);
    for (String sql : UNDERSTOOD) {
      List<Operation> operations = readOrNothing(sql, dialect);
      assertThat(name.equals("postgresql") && operations.isEmpty()).as(sql).isFalse();
      for (SqlToken token : SqlScanner.code(sql, dialect.lexis())) {
        String before = sql.substring(0, token.start());
        assertThat(operations)
            .as("%s without the word at %s", sql, token.start())
            .satisfiesAnyOf(
                all -> assertThat(all).isEmpty(),
                all ->
                    assertThat(readOrNothing(before + sql.substring(token.end()), dialect))
                        .isNotEqualTo(all),
                all -> assertThat(token.text()).isIn("COLUMN", "NULL"));
        for (String intruder : INTRUDERS) {
          String more =
              sql.substring(0, token.end()) + " " + intruder + " " + sql.substring(token.end());
          assertThat(operations)
              .as(more)
              .satisfiesAnyOf(
                  all -> assertThat(all).isEmpty(),
                  all -> assertThat(readOrNothing(more, dialect)).isNotEqualTo(all));
        }
      }
    }
  }

  private static List<Operation> readOrNothing(String sql, Dialect dialect) {
    try {
      return SqlEffects.read(sql, dialect, schema(dialect));
    } catch (NotUnderstoodException e) {
      return List.of();
    }
  }
}
