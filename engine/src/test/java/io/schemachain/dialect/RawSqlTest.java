package io.schemachain.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.schemachain.dialect.mysql.MysqlDialect;
import io.schemachain.dialect.postgresql.PostgresqlDialect;
import io.schemachain.dialect.sqlserver.SqlserverDialect;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.model.View;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RawSqlTest {
  private static final Dialect POSTGRESQL = new PostgresqlDialect();
  private static final Dialect MYSQL = new MysqlDialect();
  private static final Dialect SQLSERVER = new SqlserverDialect();

  private static List<RawSql.Refusal> check(
      String sql, @Nullable List<Operation> effects, Dialect dialect) {
    Schema empty = Schema.empty(dialect.nameScopes());
    return RawSql.read(new Execute(sql, null, effects), dialect, empty).refusals();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP VIEW v",
        "DROP VIEW IF EXISTS public.\"V\" CASCADE",
        "CREATE OR REPLACE VIEW v AS SELECT 1",
        "ALTER VIEW v RENAME TO w",
        "SELECT 1; DROP TRIGGER t ON a"
      })
  void doesNotChangeWhatAnOperationMade(String sql) {
    TableName view = TableName.of("v");
    Schema schema =
        Schema.empty(POSTGRESQL.nameScopes())
            .plus(new View(view, false, List.of(), null, "SELECT 1", null))
            .plus(new Trigger("t", view, "INSTEAD OF INSERT", "x"));
    assertThat(RawSql.read(new Execute(sql, null, null), POSTGRESQL, schema).refusals()).hasSize(1);
    assertThat(RawSql.read(new Execute(sql, null, List.of()), POSTGRESQL, schema).refusals())
        .isEmpty();
    String other = sql.replaceAll("[vV](\\W|$)", "v2$1").replaceAll(" t ", " t2 ");
    assertThat(RawSql.read(new Execute(other, null, null), POSTGRESQL, schema).refusals())
        .isEmpty();
    assertThat(
            RawSql.read(new Execute("ALTER VIEW v OWNER TO x", null, null), POSTGRESQL, schema)
                .refusals())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO a VALUES (1); UPDATE a SET b = 1; DELETE FROM a",
        "-- why\nSELECT 1",
        "(SELECT 1)",
        "WITH x AS (INSERT INTO a VALUES (1) RETURNING b) SELECT * FROM x",
        "WITH x AS (SELECT 1) INSERT INTO a SELECT * FROM x",
        "MERGE INTO a USING b ON 1 = 1 WHEN MATCHED THEN DELETE",
        "TRUNCATE TABLE a",
        "GRANT SELECT ON a TO b; REVOKE SELECT ON a FROM b",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO a",
        "CREATE EXTENSION IF NOT EXISTS citext; DROP EXTENSION citext",
        "CREATE OR REPLACE FUNCTION f() RETURNS int AS $$ CREATE TABLE x; $$ LANGUAGE sql",
        "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON a EXECUTE FUNCTION f()",
        "CREATE OR REPLACE VIEW v AS SELECT 1; DROP VIEW v CASCADE",
        "CREATE MATERIALIZED VIEW v AS SELECT 1; REFRESH MATERIALIZED VIEW v",
        "CREATE TEMP TABLE t AS SELECT 1",
        "CREATE TYPE point2 AS (x int, y int)",
        "CREATE SCHEMA s",
        "ALTER TABLE a OWNER TO b",
        "ALTER TABLE ONLY s.a ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE a SET (fillfactor = 70, autovacuum_enabled = off)",
        "ALTER TABLE a VALIDATE CONSTRAINT b",
        "COMMENT ON FUNCTION f() IS 'x'",
        "SET lock_timeout = '1s'; RESET lock_timeout",
        "SET ROLE app",
        "PRAGMA optimize",
        "COPY a FROM '/tmp/a.csv'",
        "VACUUM ANALYZE a"
      })
  void isFree(String sql) {
    assertThat(check(sql, null, POSTGRESQL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE DEFINER=`root`@`localhost` PROCEDURE p() BEGIN DROP TABLE a; END",
        "CREATE ALGORITHM=MERGE DEFINER='root'@'%' SQL SECURITY INVOKER VIEW v AS SELECT 1",
        "DROP TEMPORARY TABLE t",
        "SELECT 1 INTO @a",
        "SELECT 1 INTO OUTFILE 'x'",
        "SET @a = 1",
        "DO SLEEP(1)",
        "/*!40101 SET NAMES utf8 */"
      })
  void isFreeOnMySql(String sql) {
    assertThat(check(sql, null, MYSQL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE a AS SELECT 1",
        "CREATE GLOBAL TEMPORARY TABLE a (b INT)",
        "CREATE FOREIGN TABLE a (b INT) SERVER s",
        "ALTER TABLE a OWNER TO b, ADD c INT",
        "ALTER TABLE a SET SCHEMA b",
        "ALTER TABLE enable ADD trigger INT",
        "ALTER INDEX i RENAME TO j",
        "ALTER TYPE mood ADD VALUE 'x'",
        "DROP EXTENSION citext CASCADE",
        "DROP SCHEMA s",
        "CREATE SCHEMA s CREATE TABLE a (b INT)",
        "COMMENT ON TABLE a IS 'x'",
        "SELECT * INTO a FROM b",
        "WITH x AS (SELECT 1) SELECT * INTO a FROM x",
        "DO $$ BEGIN EXECUTE 'DROP TABLE a'; END $$",
        "DO LANGUAGE plpgsql $$ BEGIN END $$",
        "EXECUTE p",
        "PRAGMA writable_schema = on",
        "RENAME TABLE a TO b",
        "COPY a FROM STDIN",
        "SET search_path TO x",
        "SET SCHEMA 'x'",
        "USE x",
        "frobnicate"
      })
  void isRefusedWithoutEffects(String sql) {
    assertThat(check(sql, null, POSTGRESQL)).hasSize(1);
    assertThat(check(sql, List.of(), POSTGRESQL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "begin work",
        "START TRANSACTION",
        "COMMIT",
        "/* x */ ROLLBACK TO a",
        "SAVEPOINT a",
        "RELEASE SAVEPOINT a",
        "END",
        "SET TRANSACTION READ ONLY",
        "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
        "SET autocommit = 0",
        "SET @@session.autocommit = 0",
        "PREPARE TRANSACTION 'x'"
      })
  void isRefusedWhereItControlsTheTransaction(String sql) {
    assertThat(check(sql, null, POSTGRESQL)).hasSize(1);
    assertThat(check(sql, List.of(), POSTGRESQL)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql | COMMIT PREPARED 'x'",
        "postgresql | SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
        "postgresql | SET LOCAL TRANSACTION READ ONLY",
        "mysql      | START TRANSACTION READ ONLY",
        "mysql      | SET SESSION TRANSACTION READ ONLY",
        "mysql      | SET @@autocommit = 0",
        "mysql      | XA START 'x'",
        "mariadb    | BEGIN WORK",
        "sqlite     | BEGIN IMMEDIATE",
        "sqlite     | END TRANSACTION",
        "h2         | SET AUTOCOMMIT FALSE",
        "h2         | PREPARE COMMIT x",
        "oracle     | COMMIT WORK",
        "oracle     | ROLLBACK TO SAVEPOINT a",
        "oracle     | SET TRANSACTION READ ONLY",
        "oracle     | SAVEPOINT a",
        "sqlserver  | BEGIN TRAN",
        "sqlserver  | BEGIN DISTRIBUTED TRANSACTION",
        "sqlserver  | SAVE TRANSACTION a",
        "sqlserver  | UPDATE a SET b = 1 COMMIT",
        "sqlserver  | SET IMPLICIT_TRANSACTIONS ON"
      })
  void isRefusedWhereItControlsTheTransactionThere(String dialect, String sql) {
    assertThat(check(sql, List.of(), Dialects.find(dialect).orElseThrow()))
        .singleElement()
        .satisfies(
            refusal ->
                assertThat(refusal.message())
                    .endsWith("would take the transaction out of the hands of the run."));
  }

  @Test
  void saysWhatToDo() {
    assertThat(check("SELECT 1;\n-- more\nALTER TABLE a\n  ATTACH b;\nCOMMIT;", null, POSTGRESQL))
        .containsExactly(
            new RawSql.Refusal(
                "The effect of `ALTER TABLE a ATTACH b` on the schema is not known.",
                "Add `effects:` with the operations it amounts to, or `effects: []` if it changes no"
                    + " table.",
                10),
            new RawSql.Refusal(
                "`COMMIT` would take the transaction out of the hands of the run.",
                "Leave it out: a revision is one transaction where the database can do that, and"
                    + " `transaction: false` in the revision asks for none.",
                44));
  }

  @Test
  void readsTheEffectsOfDefinitions() {
    RawSql.Reading reading =
        RawSql.read(
            new Execute(
                "CREATE TABLE a (b INT); INSERT INTO a VALUES (1); CREATE INDEX i ON a (b)",
                "a.sql",
                null),
            POSTGRESQL,
            Schema.empty(POSTGRESQL.nameScopes()));
    assertThat(reading.refusals()).isEmpty();
    assertThat(reading.execute().file()).isEqualTo("a.sql");
    assertThat(reading.execute().effects())
        .extracting(effect -> effect.getClass().getSimpleName())
        .containsExactly("CreateTable", "CreateIndex");
  }

  @Test
  void doesNotReadWhereEffectsAreGivenOrThereIsNothingToRead() {
    Schema empty = Schema.empty(POSTGRESQL.nameScopes());
    Execute given = new Execute("CREATE TABLE a (b INT)", null, List.of());
    assertThat(RawSql.read(given, POSTGRESQL, empty))
        .isEqualTo(new RawSql.Reading(given, List.of()));
    Execute free = new Execute("UPDATE a SET b = 1", null, null);
    assertThat(RawSql.read(free, POSTGRESQL, empty)).isEqualTo(new RawSql.Reading(free, List.of()));
  }

  @Test
  void saysWhatDoesNotFitUnlessSomethingBeforeIsNotUnderstood() {
    assertThat(check("CREATE INDEX i ON a (b)", null, POSTGRESQL))
        .containsExactly(
            new RawSql.Refusal(
                "`CREATE INDEX i ON a (b)` does not fit: There is no table a.",
                "Add `effects:` with the operations it amounts to, or `effects: []` if it changes no"
                    + " table.",
                0));
    assertThat(check("CREATE TABLE a (b INT) WITHOUT x; CREATE INDEX i ON a (b)", null, POSTGRESQL))
        .extracting(RawSql.Refusal::offset)
        .containsExactly(0);
  }

  @Test
  void asksForTheNameOfAConstraint() {
    assertThat(check("CREATE TABLE a (b INT PRIMARY KEY)", null, POSTGRESQL))
        .extracting(RawSql.Refusal::message, RawSql.Refusal::hint)
        .containsExactly(
            tuple(
                "The effect of `CREATE TABLE a (b INT PRIMARY KEY)` on the schema is not known.",
                "Give the constraint a name, or the database makes one up that is not known here; or"
                    + " use the operation. Add `effects:` with the operations it amounts to, or"
                    + " `effects: []` if it changes no table."));
  }

  @Test
  void readsNothingWhereATemporaryTableMayHideAnother() {
    assertThat(check("CREATE TEMP TABLE a AS SELECT 1; DROP TABLE a", null, POSTGRESQL)).hasSize(1);
  }

  @Test
  void reportsBrokenTextAndNoText() {
    assertThat(check("SELECT 'a", List.of(), POSTGRESQL))
        .extracting(RawSql.Refusal::message, RawSql.Refusal::offset)
        .containsExactly(tuple("A string is not closed.", 7));
    assertThat(check("-- nothing\n;", null, POSTGRESQL))
        .extracting(RawSql.Refusal::message)
        .containsExactly("There is no statement in the SQL.");
  }

  // Batches

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE a SET b = 1; DELETE FROM a",
        "INSERT INTO a SELECT * FROM b",
        "INSERT INTO a (x) SELECT x INTO_ FROM b",
        "UPDATE a SET b = 1 OUTPUT inserted.b INTO log",
        "SELECT * INTO #t FROM a",
        "MERGE INTO a USING b ON a.id = b.id WHEN MATCHED THEN UPDATE SET x = 1 WHEN NOT MATCHED THEN"
            + " INSERT (id) VALUES (1);",
        "GRANT CREATE TABLE, EXECUTE TO x",
        "DENY ALTER ON a TO x",
        "DROP VIEW IF EXISTS v",
        "CREATE OR ALTER VIEW v AS SELECT 1 AS x",
        "CREATE PROCEDURE p AS UPDATE a SET b = 1; DROP TABLE #t; COMMIT",
        "CREATE OR ALTER TRIGGER t ON a AFTER INSERT AS SET NOCOUNT ON; UPDATE a SET b = 1",
        "ALTER ROLE r DROP MEMBER x",
        "SET IDENTITY_INSERT a ON",
        "UPDATE STATISTICS a",
        "SELECT [drop] FROM a.[drop]"
      })
  void isFreeInABatch(String sql) {
    assertThat(check(sql, null, SQLSERVER)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE a SET b = 1 DROP TABLE a",
        "UPDATE a SET b = 1 SELECT * INTO c FROM a",
        "SELECT * INTO c FROM a",
        "SELECT 1 EXEC p",
        "EXEC p",
        "INSERT INTO a EXEC p",
        "DROP VIEW v DROP TABLE a",
        "GRANT SELECT ON a TO b DROP TABLE a",
        "SET NOCOUNT ON DROP TABLE a",
        "IF 1 = 1 DROP TABLE a",
        "UPDATE a SET b = 1; DECLARE @x INT = 1; UPDATE a SET b = @x",
        "WHILE 1 = 1 BEGIN DELETE FROM a; END"
      })
  void isNotKnownInABatch(String sql) {
    assertThat(check(sql, null, SQLSERVER))
        .singleElement()
        .extracting(RawSql.Refusal::message)
        .asString()
        .endsWith("on the schema is not known.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE a SET b = 1 COMMIT",
        "IF 1 = 1 ROLLBACK TRANSACTION",
        "DECLARE @x INT; BEGIN TRAN; SAVE TRANSACTION s",
        "SET IMPLICIT_TRANSACTIONS ON"
      })
  void controlsTheTransactionInABatch(String sql) {
    assertThat(check(sql, List.of(), SQLSERVER))
        .singleElement()
        .extracting(RawSql.Refusal::message)
        .asString()
        .endsWith("would take the transaction out of the hands of the run.");
  }

  @Test
  void whatBelongsTogetherIsOneBatch() {
    assertThat(texts("UPDATE a SET b = 1; UPDATE a SET b = 2;"))
        .containsExactly("UPDATE a SET b = 1", "UPDATE a SET b = 2");
    assertThat(texts("DELETE FROM a;\nDECLARE @x INT = 1;\nUPDATE a SET b = @x;"))
        .containsExactly("DELETE FROM a;\nDECLARE @x INT = 1;\nUPDATE a SET b = @x");
    assertThat(texts("DELETE FROM a; CREATE PROC p AS DELETE FROM a; DELETE FROM b;"))
        .containsExactly("DELETE FROM a", "CREATE PROC p AS DELETE FROM a; DELETE FROM b;");
    assertThat(texts("CREATE TRIGGER t ON a AFTER DELETE AS BEGIN DELETE FROM b; END; SELECT 1"))
        .containsExactly(
            "CREATE TRIGGER t ON a AFTER DELETE AS BEGIN DELETE FROM b; END; SELECT 1");
  }

  private static List<String> texts(String sql) {
    return SQLSERVER.split(sql).stream().map(SqlSplitter.Part::text).toList();
  }
}
