package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Constraints with names that a database made up, of the golden cases {@code …_of_no_revision}: the
 * last statement that is given makes one.
 */
final class DropByColumnsTest {
  static Stream<Arguments> cases() {
    return Stream.of("foreign_key", "unique", "check", "primary_key")
        .flatMap(
            kind ->
                Dialects.ALL.stream()
                    .filter(dialect -> !TestDatabases.NOT_HERE.contains(dialect.name()))
                    .filter(dialect -> run(kind, dialect).revision() != null)
                    .map(dialect -> Arguments.of(kind, dialect)));
  }

  private static CaseRun run(String kind, Dialect dialect) {
    Path file =
        GoldenCase.ROOT.resolve("operations/drop_constraint/" + kind + "_of_no_revision.yaml");
    return CaseRun.of(GoldenCase.read(file), dialect);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOneThatIsMeantGoes(String kind, Dialect dialect) throws SQLException {
    CaseRun run = run(kind, dialect);
    List<SqlStatement> given = new ArrayList<>(run.given());
    SqlStatement makes = given.remove(given.size() - 1);
    try (TestDatabase database = TestDatabases.fresh(dialect.name());
        Connection connection = database.connect()) {
      for (String statement : dialect.sessionSetup()) {
        GoldenExecutionTest.execute(connection, SqlStatement.session(statement));
      }
      GoldenExecutionTest.execute(connection, dialect, given);
      List<String> without = CatalogSnapshot.of(connection, dialect.name());
      refused(connection, dialect, run);
      GoldenExecutionTest.execute(connection, makes);
      assertThat(CatalogSnapshot.of(connection, dialect.name())).isNotEqualTo(without);
      GoldenExecutionTest.execute(connection, dialect, run.up());
      List<String> after = new ArrayList<>(CatalogSnapshot.of(connection, dialect.name()));
      // The server made an index for the foreign key, and keeps it.
      after.removeIf(line -> line.equals("orders: KEY `user_id` (`user_id`)"));
      assertThat(after).isEqualTo(without);
      if (!kind.equals("primary_key")) {
        GoldenExecutionTest.execute(connection, makes);
        GoldenExecutionTest.execute(connection, makes);
        refused(connection, dialect, run);
      }
    }
  }

  private static void refused(Connection connection, Dialect dialect, CaseRun run)
      throws SQLException {
    List<String> before = CatalogSnapshot.of(connection, dialect.name());
    assertThatThrownBy(() -> GoldenExecutionTest.execute(connection, dialect, run.up()))
        .hasMessageContaining("has not exactly one constraint that is");
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    assertThat(CatalogSnapshot.of(connection, dialect.name())).isEqualTo(before);
  }
}
