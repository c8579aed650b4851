package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.diff.Difference;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Migrator;
import io.schemachain.diff.Renames;
import io.schemachain.diff.SchemaDiff;
import io.schemachain.diff.Side;
import io.schemachain.introspect.Kinds;
import io.schemachain.model.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever the case of an operation does to a schema, the differences between the schema before and
 * after it lead there as well, and back.
 */
class GoldenDiffTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    return GoldenCase.all("operations").stream()
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden)));
  }

  private static void check(GoldenCase golden) {
    for (Dialect given : Dialects.ALL) {
      Dialect dialect = golden.inVersion(given);
      CaseRun run = CaseRun.of(golden, dialect);
      if (run.revision() != null) {
        leads(dialect, run.before(), run.after());
        leads(dialect, run.after(), run.before());
        leads(dialect, Schema.empty(dialect.nameScopes()), run.after());
      }
    }
  }

  private static void leads(Dialect dialect, Schema from, Schema to) {
    Migration migration =
        Migrator.migrate(
            new Migrator.Request(
                dialect,
                Kinds.everything(),
                Side.of(from),
                Side.of(to),
                Renames.NONE,
                difference -> true));
    if (migration.undecided().isEmpty()) {
      assertThat(migration.left().stream().filter(GoldenDiffTest::canChange))
          .as("%s: %s, by %s", dialect, migration.found(), migration.steps())
          .isEmpty();
    }
    if (migration.found().isEmpty()) {
      assertThat(migration.steps()).isEmpty();
    }
  }

  /** What no operation changes stays, and is said to be left. */
  private static boolean canChange(Difference difference) {
    return !(difference instanceof Difference.OfOptions)
        && !(difference instanceof Difference.OfPartitioning);
  }

  @Test
  void equalSchemasHaveNoDifference() {
    List<GoldenCase> cases = GoldenCase.all("operations/create_table");
    for (GoldenCase golden : cases) {
      for (Dialect given : Dialects.ALL) {
        Dialect dialect = golden.inVersion(given);
        CaseRun run = CaseRun.of(golden, dialect);
        if (run.revision() != null) {
          assertThat(
                  SchemaDiff.of(
                      dialect,
                      Kinds.everything(),
                      Side.of(run.after()),
                      Side.of(CaseRun.of(golden, dialect).after())))
              .isEmpty();
        }
      }
    }
  }
}
