package io.schemachain.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.schemachain.dialect.mysql.MysqlDialect;
import io.schemachain.dialect.postgresql.PostgresqlDialect;
import io.schemachain.model.Schema;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RawSqlTest {
  private static final Dialect POSTGRESQL = new PostgresqlDialect();
  private static final Dialect MYSQL = new MysqlDialect();

  private static List<RawSql.Refusal> check(
      String sql, @Nullable List<Operation> effects, Dialect dialect) {
    Schema empty = Schema.empty(dialect.nameScopes());
    return RawSql.read(new Execute(sql, null, effects), dialect, empty).refusals();
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
}
