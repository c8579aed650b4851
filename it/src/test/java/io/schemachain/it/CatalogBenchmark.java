package io.schemachain.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.Scope;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Operation;
import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientResult;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to read the catalog of a large schema and to compare it, beside the client that
 * asks the same queries. Prints a table, which is also written to target/catalog-benchmark.txt;
 * whatever it says, the build goes on. BENCHMARK.md says how each figure is taken.
 */
final class CatalogBenchmark {
  private static final Path TARGET = Path.of(Maven.property("it.target"));
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
  private static final int TABLES = 3000;

  private final List<String> table = new ArrayList<>();

  @Test
  void largeSchema() throws IOException, SQLException {
    try (TestDatabase database = TestDatabases.fresh("postgresql")) {
      create(database);
      Dialect dialect = dialect(database);
      StringBuilder queries = new StringBuilder();
      for (CatalogQuery query : dialect.introspection().queries(new Scope("public", List.of()))) {
        queries.append(query.sql()).append(";\n");
      }
      Path script =
          Files.writeString(TARGET.resolve("catalog-queries.sql"), queries.toString(), UTF_8);
      Path nothing = Files.writeString(TARGET.resolve("catalog-nothing.sql"), "SELECT 1;\n", UTF_8);
      List<CatalogRun.Figures> ours = new ArrayList<>();
      List<Double> clients = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        ours.add(
            CatalogRun.Figures.parse(
                Processes.java(CatalogRun.class, List.of("-Xmx512m"), arguments(database))));
        double startUp = time(() -> client(database, nothing));
        clients.add(time(() -> client(database, script)) - startUp);
      }
      double client = median(clients);
      double both = median(ours.stream().map(CatalogRun.Figures::millis).toList());
      line(TABLES + " tables of ten columns, read and compared", both, "ms");
      line("  read", median(ours.stream().map(CatalogRun.Figures::reading).toList()), "ms");
      line("  the client's own time for these queries", client, "ms");
      line("  that is times the client (goal 2)", both / client, "");
      line(
          "  heap at its fullest, of -Xmx512m",
          median(ours.stream().map(CatalogRun.Figures::heap).toList()),
          "MiB");
      Files.write(TARGET.resolve("catalog-benchmark.txt"), table, UTF_8);
    }
  }

  private static Dialect dialect(TestDatabase database) throws SQLException {
    Dialect dialect = Dialects.find("postgresql").orElseThrow();
    try (Connection connection = database.connect()) {
      return dialect.forVersion(
          dialect.serverVersion(connection.getMetaData().getDatabaseProductVersion()));
    }
  }

  private static void create(TestDatabase database) throws SQLException {
    Dialect dialect = dialect(database);
    Schema schema = Schema.empty(dialect.nameScopes());
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (Operation operation : CatalogRun.operations(TABLES)) {
        Schema after = ApplyToSchema.apply(operation, schema);
        for (SqlStatement sql :
            dialect.render(List.of(new OperationStep(operation, schema, after))).get(0)) {
          statement.addBatch(sql.text());
        }
        statement.executeBatch();
        connection.commit();
        schema = after;
      }
      connection.setAutoCommit(true);
      statement.execute("ANALYZE");
    }
  }

  private static String[] arguments(TestDatabase database) {
    List<String> arguments = new ArrayList<>(List.of(String.valueOf(TABLES), database.url()));
    if (database.username() != null) {
      arguments.add(database.username());
    }
    if (database.password() != null) {
      arguments.add(database.password());
    }
    return arguments.toArray(String[]::new);
  }

  private static void client(TestDatabase database, Path script) {
    ClientResult result = Client.run(database, script);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(script + ": " + result);
    }
  }

  private static double time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private void line(String what, double figure, String unit) {
    String number = String.format(Locale.ROOT, unit.isEmpty() ? "%.2f" : "%.0f", figure);
    String line = String.format(Locale.ROOT, "%-52s %9s %s", what, number, unit).stripTrailing();
    table.add(line);
    System.out.println(line);
  }
}
