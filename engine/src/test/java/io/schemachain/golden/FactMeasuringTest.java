package io.schemachain.golden;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.golden.FactCase.Part;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs all golden cases on real servers and compares what they do with what the facts say. A fact
 * that says less is wrong; one that says more is needless, unless {@code facts/exceptions.txt} says
 * why. It takes minutes, so it is of the profile {@code facts}.
 */
@EnabledIfSystemProperty(named = "facts.all", matches = "true")
final class FactMeasuringTest {
  private static final Path EXCEPTIONS = Path.of("src/test/resources/facts/exceptions.txt");
  private static final Map<String, Meter> METERS =
      Map.of(
          "postgresql",
          new PostgresqlMeter(),
          "mysql",
          new MysqlMeter(false),
          "mariadb",
          new MysqlMeter(true));

  @TestFactory
  Stream<DynamicNode> databases() {
    List<GoldenCase> cases = new ArrayList<>(GoldenCase.all("facts"));
    cases.addAll(GoldenCase.all("operations"));
    Map<String, String> exceptions = exceptions();
    return Dialects.ALL.stream()
        .filter(dialect -> METERS.containsKey(dialect.name()))
        .map(
            dialect ->
                DynamicContainer.dynamicContainer(
                    dialect.name(),
                    Stream.of(dialect)
                        .map(GoldenExecutionTest::server)
                        .flatMap(
                            server ->
                                cases.stream()
                                    .filter(golden -> golden.notExecuted() == null)
                                    .map(golden -> test(golden, server, exceptions)))));
  }

  private static DynamicTest test(
      GoldenCase golden, Dialect dialect, Map<String, String> exceptions) {
    return DynamicTest.dynamicTest(
        golden.name() + " on " + dialect,
        golden.file().toUri(),
        () -> {
          List<String> wrong = new ArrayList<>();
          List<String> needless = new ArrayList<>();
          measure(golden, dialect, exceptions, wrong, needless);
          if (exceptions.containsKey(dialect.name() + " " + golden.name())) {
            return;
          }
          assertThat(wrong).as("The facts say less than the server does").isEmpty();
          assertThat(needless).as("The facts say more than the server does").isEmpty();
        });
  }

  /** Why a fact says more, or the case is not measured: by dialect, and form or case. */
  private static Map<String, String> exceptions() {
    Map<String, String> exceptions = new HashMap<>();
    try {
      for (String line : Files.readAllLines(EXCEPTIONS)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\\|", -1);
          exceptions.put(cells[0].strip() + " " + cells[1].strip(), cells[2].strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return exceptions;
  }

  /** Rows of files are sent by others, a tablespace and a schema belong to the whole server. */
  private static boolean isMeasured(GoldenCase golden, FactCase run) {
    return !run.parts().isEmpty()
        && !golden.up().contains("tablespace")
        && !golden.folder().endsWith("_schema")
        && run.parts().stream()
            .allMatch(part -> part.sent().stream().allMatch(sql -> sql.load() == null));
  }

  private static void measure(
      GoldenCase golden,
      Dialect dialect,
      Map<String, String> exceptions,
      List<String> wrong,
      List<String> needless)
      throws SQLException {
    FactCase run = FactCase.of(golden, dialect);
    if (!isMeasured(golden, run)) {
      return;
    }
    try (TestDatabase database = TestDatabases.fresh(dialect.name());
        Connection connection = database.connect()) {
      for (String statement : dialect.sessionSetup()) {
        GoldenExecutionTest.execute(connection, SqlStatement.session(statement));
      }
      GoldenExecutionTest.execute(connection, dialect, run.given());
      for (Part part : run.parts()) {
        List<Measurement> measured =
            requireNonNull(METERS.get(dialect.name())).run(connection, part.sent());
        new FactComparison(
                dialect,
                part,
                form -> exceptions.containsKey(dialect.name() + " " + form),
                wrong,
                needless)
            .compare(measured);
      }
    }
  }
}
