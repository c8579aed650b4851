package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.fact.Effect;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every operation that a golden case has and a dialect renders has facts there. */
final class FactCoverTest {
  @Test
  void no_form_is_without_a_fact() {
    Set<Class<?>> seen = new HashSet<>();
    List<GoldenCase> cases = new ArrayList<>(GoldenCase.all("operations"));
    cases.addAll(GoldenCase.all("facts"));
    for (GoldenCase golden : cases) {
      for (Dialect dialect : Dialects.ALL) {
        check(golden, dialect, seen);
        GoldenVersions.of(dialect).forEach(version -> check(golden, version, seen));
      }
    }
    if (System.getProperty("golden.only") == null) {
      assertThat(seen).containsAll(Arrays.asList(Operation.class.getPermittedSubclasses()));
    }
  }

  private static void check(GoldenCase golden, Dialect dialect, Set<Class<?>> seen) {
    for (FactCase.Part part : FactCase.of(golden, golden.inVersion(dialect)).parts()) {
      part.steps().forEach(step -> seen.add(step.operation().getClass()));
      for (Effect effect : part.effects()) {
        assertThat(effect.source()).as("%s on %s", golden, dialect).isNotBlank();
      }
    }
  }
}
