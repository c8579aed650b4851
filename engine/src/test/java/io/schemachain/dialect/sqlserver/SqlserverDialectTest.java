package io.schemachain.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.ScriptStyle;
import io.schemachain.model.TableName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions, and what scripts do for their client. */
final class SqlserverDialectTest {
  private static final SqlserverDialect SQLSERVER = new SqlserverDialect();
  private static final ScriptStyle SCRIPT = SQLSERVER.script();

  @ParameterizedTest
  @CsvSource({
    "12.0.6024.0, 2014",
    "13.0.7037.1, 2016",
    "14.0.3465.1, 2017",
    "15.00.4420, 2019",
    "16.0.4085.2, 2022",
    "17.0.1000.7, 2025",
    "18.0.1.1, 2025"
  })
  void a_version_is_a_year(String product, int year) {
    assertThat(SQLSERVER.serverVersion(product)).isEqualTo(DatabaseVersion.of(year, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "2016, 13, true",
    "2017, 14, true",
    "2019, 15, true",
    "2022, 16, true",
    "2025, 17, false"
  })
  void a_script_asks_for_the_number_of_the_product(int year, int product, boolean azure) {
    String condition = SQLSERVER.forVersion(DatabaseVersion.of(year, 0)).isServer();
    assertThat(condition).contains("AS INT) >= " + product);
    assertThat(condition.contains("EngineEdition")).isEqualTo(azure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (N'$(x)')",
        "INSERT INTO t VALUES (N'a\nGO\nb')",
        "INSERT INTO t VALUES (N'a\n  go 5 \nb')",
        "INSERT INTO t VALUES (N'a\r\n:r file.sql\r\nb')",
        "INSERT INTO t VALUES (N'it''s\n!! dir')",
        "UPDATE t SET a = 1\nexit",
        "CREATE TABLE [a$(b)] (a INT)"
      })
  void what_the_client_would_take_for_its_own_is_written_in_pieces(String statement) {
    String written = SCRIPT.terminated(statement);
    String sql = written.substring(0, written.length() - "\nGO".length());
    assertThat(ClientTraps.isIn(sql)).isFalse();
    assertThat(sql)
        .startsWith("DECLARE @statement NVARCHAR(MAX) = ")
        .endsWith("EXEC (@statement);");
    assertThat(evaluated(sql)).isEqualTo(statement);
  }

  /** What the server puts together. */
  private static String evaluated(String sql) {
    String expression = sql.substring(sql.indexOf("\n  + "), sql.lastIndexOf(";\nEXEC"));
    Matcher matcher = Pattern.compile("N'((?:[^']|'')*)'|NCHAR\\((\\d+)\\)").matcher(expression);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      text.append(
          matcher.group(1) == null
              ? String.valueOf((char) Integer.parseInt(matcher.group(2)))
              : matcher.group(1).replace("''", "'"));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (\n  a INT NULL\n)",
        "INSERT INTO t VALUES (N'going\ngo on $ (x) $1')",
        "UPDATE t SET a = 1 -- GO\n"
      })
  void everything_else_stays_as_it_is(String statement) {
    assertThat(SCRIPT.terminated(statement)).startsWith(statement.stripTrailing()).endsWith("\nGO");
  }

  @Test
  void a_comment_has_no_variable() {
    assertThat(SCRIPT.comment("costs $(x)")).isEqualTo("-- costs $ (x)");
  }

  @Test
  void a_percent_sign_is_doubled_in_messages() {
    assertThat(SCRIPT.guard("1 = 1", "50% done"))
        .singleElement()
        .asString()
        .contains("N'50%% done'");
    assertThat(SQLSERVER.catalog().fail("50%")).isEqualTo("THROW 50000, N'50%%', 1");
  }

  @Test
  void tables_of_the_tool_are_made_where_they_are_missing() {
    assertThat(SQLSERVER.columnsOf(new TableName("a", "b")))
        .isEqualTo(
            "SELECT name FROM sys.columns WHERE object_id = OBJECT_ID(N'[a].[b]', N'U') ORDER BY"
                + " column_id");
  }
}
