package io.schemachain.golden;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a case does on a real server, beside what the facts say of it.
 *
 * @param wrong where the facts say less than the server does
 * @param needless where they say more, and {@code facts/exceptions.txt} has no reason
 * @param forms whose facts were compared
 */
record FactRun(List<String> wrong, List<String> needless, Set<String> forms) {
  static final Map<String, Meter> METERS =
      Map.of(
          "postgresql",
          new PostgresqlMeter(),
          "mysql",
          new MysqlMeter(false),
          "mariadb",
          new MysqlMeter(true),
          "sqlite",
          new SqliteMeter(),
          "h2",
          new H2Meter());

  private static final Path EXCEPTIONS = Path.of("src/test/resources/facts/exceptions.txt");

  static FactRun of(GoldenCase golden, Dialect dialect) throws SQLException {
    FactRun run = new FactRun(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
    Map<String, String> exceptions = exceptions();
    boolean isExcused = exceptions.containsKey(dialect.name() + " " + golden.name());
    FactCase facts = FactCase.of(golden, dialect);
    if (!isExcused && isMeasured(golden, facts, dialect)) {
      run.measure(facts, dialect, exceptions);
    }
    return run;
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

  /** Rows of files are sent by others, a tablespace and a database belong to the whole server. */
  private static boolean isMeasured(GoldenCase golden, FactCase facts, Dialect dialect) {
    return !facts.parts().isEmpty()
        && !golden.up().contains("tablespace")
        && !(golden.folder().endsWith("_schema") && dialect.keys().contains("mysql"))
        && facts.parts().stream()
            .allMatch(part -> part.sent().stream().allMatch(sql -> sql.load() == null));
  }

  private void measure(FactCase facts, Dialect dialect, Map<String, String> exceptions)
      throws SQLException {
    Meter meter = requireNonNull(METERS.get(dialect.name()));
    try (TestDatabase database = TestDatabases.fresh(dialect.name());
        Connection connection = database.connect()) {
      for (String statement : dialect.sessionSetup()) {
        GoldenExecutionTest.execute(connection, SqlStatement.session(statement));
      }
      GoldenExecutionTest.execute(connection, dialect, facts.given());
      for (Part part : facts.parts()) {
        List<Measurement> measured = meter.run(database, connection, part.sent());
        FactComparison comparison =
            new FactComparison(
                dialect,
                part,
                form -> exceptions.containsKey(dialect.name() + " " + form),
                wrong,
                needless);
        comparison.compare(measured);
        forms.addAll(comparison.compared());
      }
    }
  }
}
