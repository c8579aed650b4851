package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StatementKind;
import io.schemachain.plan.StatementStates;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For every statement of every golden case the schema before and after it is known. */
final class StatementStatesTest {

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mariadb", "h2", "oracle", "postgresql"})
  void areKnown(String name) throws java.io.IOException {
    Dialect dialect = Dialects.find(name).orElseThrow();
    Set<String> unknown = new TreeSet<>();
    for (GoldenCase golden : GoldenCase.all("operations")) {
      for (Dialect version : GoldenVersions.in(golden, dialect)) {
        for (OperationStep step : CaseRun.of(golden, version).steps()) {
          find(version, step, golden, unknown);
        }
      }
    }
    java.nio.file.Files.write(java.nio.file.Path.of("/tmp/resume/unknown-" + name), unknown);
    assertThat(unknown).isEmpty();
  }

  private static void find(
      Dialect dialect, OperationStep step, GoldenCase golden, Set<String> unknown) {
    List<SqlStatement> statements;
    try {
      statements = dialect.render(List.of(step)).get(0);
    } catch (io.schemachain.dialect.UnsupportedFeatureException e) {
      return;
    }
    List<StatementStates.State> states =
        StatementStates.of(dialect, step, step.after(), statements);
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).kind() == StatementKind.DDL && !states.get(i).isKnown()) {
        unknown.add(golden.name() + ": " + statements.get(i).text().replace("\n", " "));
      }
    }
  }
}
