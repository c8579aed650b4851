package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.fact.MeasuredForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs all golden cases on real servers and compares what they do with what the facts say. A fact
 * that says less is wrong; one that says more is needless, unless {@code facts/exceptions.txt} says
 * why. A line that says it is measured must have been. It takes minutes, so it is of the profile
 * {@code facts}; {@link FactSampleTest} is in every build.
 */
@EnabledIfSystemProperty(named = "facts.all", matches = "true")
final class FactMeasuringTest {
  /** The one database that is looked at, all where it is not said. */
  private static final @Nullable String ONLY = System.getProperty("golden.dialect");

  @TestFactory
  Stream<DynamicNode> databases() {
    List<GoldenCase> cases = new ArrayList<>(GoldenCase.all("facts"));
    cases.addAll(GoldenCase.all("operations"));
    return Dialects.ALL.stream()
        .filter(dialect -> FactRun.METERS.containsKey(dialect.name()))
        .filter(dialect -> ONLY == null || ONLY.equals(dialect.name()))
        .map(
            dialect ->
                DynamicContainer.dynamicContainer(
                    dialect.name(),
                    Stream.of(dialect)
                        .map(GoldenExecutionTest::server)
                        .flatMap(server -> tests(cases, server))));
  }

  private static Stream<DynamicTest> tests(List<GoldenCase> cases, Dialect server) {
    Set<String> forms = new TreeSet<>();
    Stream<DynamicTest> tests =
        cases.stream()
            .filter(golden -> golden.notExecuted() == null)
            .map(golden -> test(golden, server, forms));
    return System.getProperty("golden.only") == null
        ? Stream.concat(tests, Stream.of(allMeasured(server, forms)))
        : tests;
  }

  private static DynamicTest test(GoldenCase golden, Dialect dialect, Set<String> forms) {
    return DynamicTest.dynamicTest(
        golden.name() + " on " + dialect,
        golden.file().toUri(),
        () -> {
          FactRun run = FactRun.of(golden, dialect);
          forms.addAll(run.forms());
          assertThat(run.wrong()).as("The facts say less than the server does").isEmpty();
          assertThat(run.needless()).as("The facts say more than the server does").isEmpty();
        });
  }

  /** Comes last. */
  private static DynamicTest allMeasured(Dialect dialect, Set<String> forms) {
    return DynamicTest.dynamicTest(
        "lines that say they are measured on " + dialect,
        () -> {
          assertThat(forms).as("What cases have measured").containsAll(MeasuredForms.of(dialect));
        });
  }
}
