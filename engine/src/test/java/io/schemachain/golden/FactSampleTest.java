package io.schemachain.golden;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A few cases of {@link FactMeasuringTest} for every build: each cost, the locks that matter, and
 * each way of measuring.
 */
final class FactSampleTest {
  private static final List<String> EVERYWHERE =
      List.of("facts/add_column_nullable", "facts/index", "facts/not_null");
  private static final Map<String, List<String>> BESIDE =
      Map.of(
          "postgresql",
          List.of("operations/create_index/concurrently", "facts/type_wider_integer"),
          "mysql",
          List.of("facts/type_wider_integer", "facts/foreign_key"),
          "mariadb",
          List.of("facts/type_wider_integer", "facts/drop_unique"),
          "h2",
          List.of("facts/drop_column", "facts/rename_column"),
          "sqlite",
          List.of("facts/drop_column", "facts/add_column_of_enum"));

  @TestFactory
  Stream<DynamicTest> theFactsSayWhatTheServerDoes() {
    return Dialects.ALL.stream()
        .filter(dialect -> BESIDE.containsKey(dialect.name()))
        .map(GoldenExecutionTest::server)
        .flatMap(
            server ->
                Stream.concat(
                        EVERYWHERE.stream(), requireNonNull(BESIDE.get(server.name())).stream())
                    .map(name -> test(golden(name), server)));
  }

  private static GoldenCase golden(String name) {
    return GoldenCase.read(GoldenCase.ROOT.resolve(name + ".yaml"));
  }

  private static DynamicTest test(GoldenCase golden, Dialect dialect) {
    return DynamicTest.dynamicTest(
        golden.name() + " on " + dialect,
        golden.file().toUri(),
        () -> {
          FactRun run = FactRun.of(golden, dialect);
          assertThat(run.forms()).as("What was measured").isNotEmpty();
          assertThat(run.wrong()).as("The facts say less than the server does").isEmpty();
          assertThat(run.needless()).as("The facts say more than the server does").isEmpty();
        });
  }
}
