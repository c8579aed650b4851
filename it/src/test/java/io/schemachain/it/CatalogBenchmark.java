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
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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

  private final Measures measures = new Measures();

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
                Processes.java(
                    CatalogRun.class,
                    List.of("-Xmx512m"),
                    Measures.arguments(database, String.valueOf(TABLES)))));
        double startUp = Measures.time(() -> Measures.client(database, nothing));
        clients.add(Measures.time(() -> Measures.client(database, script)) - startUp);
      }
      double client = Measures.median(clients);
      double both = Measures.median(ours.stream().map(CatalogRun.Figures::millis).toList());
      measures.line(TABLES + " tables of ten columns, read and compared", both, "ms");
      measures.line(
          "  read", Measures.median(ours.stream().map(CatalogRun.Figures::reading).toList()), "ms");
      measures.line("  the client's own time for these queries", client, "ms");
      measures.line("  that is times the client (goal 2)", both / client, "");
      measures.line(
          "  heap at its fullest, of -Xmx512m",
          Measures.median(ours.stream().map(CatalogRun.Figures::heap).toList()),
          "MiB");
      Files.write(TARGET.resolve("catalog-benchmark.txt"), measures.table(), UTF_8);
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
}
