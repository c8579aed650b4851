package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.OperationStep;
import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.fact.Facts;
import io.schemachain.fact.Lock.Blocked;
import io.schemachain.plan.Online;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever is done online leads to the schema of the operation, and keeps nobody waiting. */
final class OnlineTest {
  @TestFactory
  Stream<DynamicTest> leadsToTheSameSchema() {
    return Dialects.ALL.stream()
        .flatMap(dialect -> Stream.concat(Stream.of(dialect), GoldenVersions.of(dialect).stream()))
        .filter(dialect -> dialect.capabilities().online())
        .map(dialect -> DynamicTest.dynamicTest(dialect.toString(), () -> check(dialect)));
  }

  private static void check(Dialect dialect) {
    Online online = Online.of(dialect);
    Facts facts = Facts.of(dialect);
    int inSteps = 0;
    for (GoldenCase golden : GoldenCase.all("operations")) {
      for (OperationStep step : CaseRun.of(golden, dialect).steps()) {
        Online.Way way = online.way(step, Set.of());
        List<OperationStep> steps = way.steps();
        assertThat(steps.get(0).before()).as(golden.name()).isSameAs(step.before());
        assertThat(steps.get(steps.size() - 1).after().isEquivalentTo(step.after()))
            .as(golden.name())
            .isTrue();
        if (way.isOnline()) {
          assertThat(steps).as(golden.name()).noneMatch(one -> keepsWaiting(facts.of(one)));
        }
        inSteps += steps.size() > 1 ? 1 : 0;
      }
    }
    assertThat(inSteps > 0).isEqualTo(!dialect.keys().contains("mysql"));
  }

  private static boolean keepsWaiting(List<Effect> effects) {
    return effects.stream()
        .anyMatch(
            effect ->
                effect.blocks().contains(Blocked.WRITES)
                    && effect.cost().compareTo(Cost.SCAN) >= 0);
  }
}
