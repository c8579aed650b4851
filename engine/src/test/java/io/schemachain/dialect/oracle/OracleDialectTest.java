package io.schemachain.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.RunnerLock;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.golden.OracleGrammar;
import io.schemachain.model.Column;
import io.schemachain.model.DataTypes;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Schema;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.DropSequence;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.Operation;
import io.schemachain.plan.Bookkeeping;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OracleDialectTest {
  private static final OracleDialect DIALECT = new OracleDialect();
  private static final TableName VERSIONS = TableName.of("schemachain_version");
  private static final TableName JOURNAL = TableName.of("schemachain_journal");

  @ParameterizedTest
  @CsvSource({
    "Oracle Database 12c Enterprise Edition Release 12.2.0.1.0 - 64bit Production,12.2",
    "Oracle Database 19c Standard Edition 2 Release 19.0.0.0.0 - Production Version 19.3.0.0.0,19",
    "Oracle Database 21c Express Edition Release 21.0.0.0.0 - Production Version 21.3.0.0.0,21",
    "Oracle Database 23ai Free Release 23.0.0.0.0 - Version 23.5.0.24.07,23",
    "Oracle AI Database 26ai Free Release 23.26.0.0.0 - Version 23.26.0.0.0,23"
  })
  void theServerSaysItsVersion(String product, String version) {
    assertThat(DIALECT.serverVersion(product)).isEqualTo(DatabaseVersion.parse(version));
  }

  @Test
  void typesOfLaterVersionsNeedNoCheck() {
    assertThat(columns("12.2"))
        .isEqualTo(
            "b NUMBER(1) DEFAULT 1 CONSTRAINT t_b_is_boolean CHECK (b IN (0, 1)),"
                + " j CLOB CONSTRAINT t_j_is_json CHECK (j IS JSON)");
    assertThat(columns("19")).isEqualTo(columns("12.2"));
    assertThat(columns("21"))
        .isEqualTo("b NUMBER(1) DEFAULT 1 CONSTRAINT t_b_is_boolean CHECK (b IN (0, 1)), j JSON");
    assertThat(columns("23")).isEqualTo("b BOOLEAN DEFAULT TRUE, j JSON");
  }

  @Test
  void sequencesStartAgainFrom18OnAndMayExistFrom23On() {
    Sequence sequence = Sequence.of(TableName.of("s"), 1);
    Schema schema = Schema.empty(DIALECT.nameScopes()).plus(sequence);
    AlterSequence restart =
        new AlterSequence(
            sequence.name(),
            null,
            Change.none(),
            Change.none(),
            null,
            Change.none(),
            Change.drop());
    assertThat(rendered("18", restart, schema)).isEqualTo("ALTER SEQUENCE s RESTART START WITH 1");
    assertThatThrownBy(() -> rendered("12.2", restart, schema))
        .isInstanceOf(UnsupportedFeatureException.class);
    assertThat(rendered("23", new CreateSequence(sequence, true), schema))
        .isEqualTo("CREATE SEQUENCE IF NOT EXISTS s");
    assertThat(rendered("23", new DropSequence(sequence.name(), true), schema))
        .isEqualTo("DROP SEQUENCE IF EXISTS s");
  }

  private static String rendered(String version, Operation operation, Schema before) {
    return DIALECT
        .forVersion(DatabaseVersion.parse(version))
        .render(
            List.of(new OperationStep(operation, before, ApplyToSchema.apply(operation, before))))
        .get(0)
        .get(0)
        .text();
  }

  private static String columns(String version) {
    CreateTable create =
        new CreateTable(
            Table.of(
                TableName.of("t"),
                List.of(
                    Column.of("b", DataTypes.parse("boolean"))
                        .withDefault(new DefaultValue.Constant("true")),
                    Column.of("j", DataTypes.parse("json")))));
    String text = rendered(version, create, Schema.empty(DIALECT.nameScopes()));
    return text.substring(text.indexOf('(') + 1, text.length() - 1)
        .strip()
        .replaceAll("\\s*\\n\\s*", " ");
  }

  @Test
  void ifExistsCameWith23() {
    Schema empty = Schema.empty(DIALECT.nameScopes());
    OperationStep step = new OperationStep(new DropTable(TableName.of("t"), true), empty, empty);
    assertThat(DIALECT.forVersion(DatabaseVersion.of(23, 0)).render(List.of(step)).get(0))
        .containsExactly(SqlStatement.ddl("DROP TABLE IF EXISTS t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.2", "19", "23"})
  void theTablesOfTheToolAreCreatedUnlessTheyAreThere(String version) {
    Dialect dialect = DIALECT.forVersion(DatabaseVersion.parse(version));
    Bookkeeping bookkeeping = new Bookkeeping(dialect, VERSIONS, JOURNAL, "test");
    for (SqlStatement statement : bookkeeping.ensureTables()) {
      if (version.equals("23")) {
        assertThat(statement.text()).startsWith("CREATE TABLE IF NOT EXISTS schemachain_");
      } else {
        assertThat(OracleGrammar.mistake(statement.text())).as(statement.text()).isNull();
        assertThat(statement.text()).contains("IF SQLCODE <> -955 THEN").endsWith("END;");
      }
      assertThat(statement.text()).doesNotContain(" session ");
    }
  }

  @Test
  void theLockIsReadByTheGrammar() {
    RunnerLock.RowAndSessionLock lock =
        (RunnerLock.RowAndSessionLock) DIALECT.runnerLock(VERSIONS, JOURNAL);
    for (String statement :
        List.of(
            lock.row().ensureRow(),
            lock.row().lockRow(),
            lock.session().tryAcquire(),
            lock.mayLockSession(),
            DIALECT.columnsOf(new TableName("App", "users")),
            DIALECT.currentSchema())) {
      assertThat(OracleGrammar.mistake(statement)).as(statement).isNull();
    }
    // The grammar takes no name there, and reserves the word RELEASE.
    assertThat(DIALECT.useSchema("app")).isEqualTo("ALTER SESSION SET CURRENT_SCHEMA = app");
    assertThat(lock.session().release())
        .isEqualTo("SELECT SYS.DBMS_LOCK.RELEASE(" + DIALECT.lockId(VERSIONS) + ") FROM DUAL");
    for (String statement : DIALECT.sessionSetup()) {
      assertThat(OracleGrammar.mistake(statement)).as(statement).isNull();
    }
  }

  @Test
  void theCatalogHasBareNamesInCapitals() {
    assertThat(DIALECT.columnsOf(new TableName("App", "users")))
        .contains("OWNER = 'App' AND TABLE_NAME = 'USERS'");
    assertThat(DIALECT.columnsOf(TableName.of("order")))
        .contains("OWNER = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND TABLE_NAME = 'order'");
  }

  @Test
  void namesAreBareOnlyWhereTheyMayBe() {
    assertThat(
            List.of("users", "_users", "size", "Users", "a$b").stream()
                .map(DIALECT.identifiers()::quote))
        .containsExactly("users", "\"_users\"", "\"size\"", "\"Users\"", "\"a$b\"");
    assertThatThrownBy(() -> DIALECT.identifiers().quote("a\"b"))
        .isInstanceOf(UnsupportedFeatureException.class);
  }

  @Test
  void theNameOfACheckFits() {
    Column column = Column.of("flag", DataTypes.parse("boolean"));
    TableName table = TableName.of("ä".repeat(64));
    String name = new OracleChecks(DIALECT).name(table, column);
    assertThat(name).endsWith("_is_boolean").startsWith("ää");
    assertThat(DIALECT.identifiers().isTooLong(String.valueOf(name))).isFalse();
  }
}
