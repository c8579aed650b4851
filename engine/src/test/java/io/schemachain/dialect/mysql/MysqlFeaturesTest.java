package io.schemachain.dialect.mysql;

import static io.schemachain.dialect.mysql.Given.create;
import static io.schemachain.dialect.mysql.Given.expression;
import static io.schemachain.dialect.mysql.Given.identity;
import static io.schemachain.dialect.mysql.Given.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.model.Column;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.CreateTable;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the golden cases do not show: sessions, guards, and versions that they are not made for. */
class MysqlFeaturesTest {
  private static Dialect of(String dialect, String version) {
    Dialect assumed = dialect.equals("mysql") ? new MysqlDialect() : new MariadbDialect();
    return assumed.forVersion(DatabaseVersion.parse(version));
  }

  private static String rendered(Dialect dialect, Column column) {
    Schema empty = Schema.empty(dialect.nameScopes());
    CreateTable create = create("t", identity("id"), column);
    OperationStep step = new OperationStep(create, empty, ApplyToSchema.apply(create, empty));
    return dialect.render(List.of(step)).get(0).get(0).text();
  }

  @ParameterizedTest
  @CsvSource({
    "mysql, 5.7, transaction_read_only",
    "mysql, 8.0, transaction_read_only",
    "mariadb, 10.6, tx_read_only",
    "mariadb, 11.0, tx_read_only",
    "mariadb, 11.1, transaction_read_only",
    "mariadb, 12.0, transaction_read_only"
  })
  void theGuardUsesTheVariableOfTheVersion(String dialect, String version, String variable) {
    assertThat(of(dialect, version).script().guard("1 = 1", "no"))
        .anyMatch(statement -> statement.startsWith("SET SESSION " + variable + " = "));
  }

  @ParameterizedTest
  @CsvSource({
    "mysql, 5.7, true",
    "mysql, 8.0, false",
    "mariadb, 10.6, true",
    "mariadb, 10.9, true",
    "mariadb, 10.11, false"
  })
  void theSessionAsksForPlainTimestampsWhereTheServerHasNone(
      String dialect, String version, boolean asks) {
    assertThat(
            of(dialect, version)
                .sessionSetup()
                .contains("SET SESSION explicit_defaults_for_timestamp = ON"))
        .isEqualTo(asks);
  }

  @ParameterizedTest
  @CsvSource({"mysql, 5.7", "mariadb, 10.6"})
  void aTimestampIsNotChangedByEveryUpdate(String name, String version) throws SQLException {
    Dialect dialect = of(name, version);
    try (TestDatabase database = TestDatabases.fresh(name);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION explicit_defaults_for_timestamp = OFF");
      for (String setup : dialect.sessionSetup()) {
        statement.execute(setup);
      }
      statement.execute(rendered(dialect, required("made", "timestamptz")));
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT COLUMN_DEFAULT, EXTRA FROM information_schema.COLUMNS"
                  + " WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'made'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isNull();
        assertThat(rows.getString(2)).isEmpty();
      }
    }
  }

  @Test
  void timestampsLastLongerOnNewerMariadb() {
    Column late = required("late", "timestamptz").withDefault(Given.constant("2050-01-01T00:00Z"));
    assertThatThrownBy(() -> rendered(of("mariadb", "11.4"), late))
        .hasMessageContaining("the timestamptz 2050");
    assertThat(rendered(of("mariadb", "11.5"), late)).contains("DEFAULT '2050-01-01 00:00:00'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'it''s (so)'   | 'it''s (so)'",
        "-1.5           | -1.5",
        "TRUE           | TRUE",
        "now()          | CURRENT_TIMESTAMP(6)"
      })
  void aConstantNeedsNoExpressionBefore80(String sql, String written) {
    String type = sql.equals("now()") ? "timestamp" : "string(20)";
    assertThat(rendered(of("mysql", "5.7"), required("a", type).withDefault(expression(sql))))
        .contains(" DEFAULT " + written + ",");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"CONCAT('a', 'b')", "UUID()", "'a", "CURRENT_TIMESTAMP"})
  void anExpressionIsRefusedBefore80(String sql) {
    Column column = required("a", "string(20)").withDefault(expression(sql));
    assertThatThrownBy(() -> rendered(of("mysql", "5.7"), column))
        .hasMessageStartingWith("MySQL does not support the ");
  }

  @Test
  void collationsOf80AreRefusedBefore() {
    Column column = required("a", "string(20)").withCollation("utf8mb4_0900_ai_ci");
    assertThatThrownBy(() -> rendered(of("mysql", "5.7"), column))
        .hasMessage("MySQL does not support the collation utf8mb4_0900_ai_ci before version 8.0.");
    assertThat(rendered(of("mysql", "8.0"), column)).contains("COLLATE utf8mb4_0900_ai_ci");
  }
}
