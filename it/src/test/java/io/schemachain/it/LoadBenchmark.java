package io.schemachain.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.BufferedWriter;
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
 * How fast the rows of a file are in the database, beside the client's own way to load them, and
 * how much memory they take. Prints a table, which is also written to target/load-benchmark.txt;
 * whatever it says, the build goes on. BENCHMARK.md says how each figure is taken.
 */
final class LoadBenchmark {
  private static final Path TARGET = Path.of(Maven.property("it.target"));
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
  private static final int ROWS = 200_000;
  private static final String TABLE =
      "id BIGINT PRIMARY KEY, name VARCHAR(40) NOT NULL, amount NUMERIC(12, 2), active BOOLEAN,"
          + " since DATE, note TEXT";

  private final Measures measures = new Measures();

  @Test
  void rowsOfAFile() throws IOException, SQLException {
    Path schema = TARGET.resolve("load-benchmark");
    Path csv = schema.resolve("data/people.csv");
    write(schema, csv);
    List<ColdRun.Figures> ours = new ArrayList<>();
    List<Double> clients = new ArrayList<>();
    Path nothing = Files.writeString(TARGET.resolve("load-nothing.sql"), "SELECT 1;\n", UTF_8);
    Path copy =
        Files.writeString(
            TARGET.resolve("load-copy.sql"),
            "\\copy people FROM '" + csv.toAbsolutePath() + "' WITH (FORMAT csv, HEADER)\n",
            UTF_8);
    for (int i = 0; i < ROUNDS; i++) {
      try (TestDatabase database = TestDatabases.fresh("postgresql")) {
        ours.add(cold("-Xmx80m", Measures.arguments(database, "upgrade", schema.toString())));
      }
      try (TestDatabase database = TestDatabases.fresh("postgresql")) {
        execute(database, "CREATE TABLE people (" + TABLE + ")");
        double startUp = Measures.time(() -> Measures.client(database, nothing));
        clients.add(Measures.time(() -> Measures.client(database, copy)) - startUp);
      }
    }
    double client = Measures.median(clients);
    double executing = Measures.median(ours.stream().map(ColdRun.Figures::executing).toList());
    measures.line(ROWS + " rows of six columns into PostgreSQL", executing, "ms");
    measures.line("  the client's own \\copy", client, "ms");
    measures.line("  that is times the client (goal 1.5)", executing / client, "");
    measures.line(
        "  whole command, from main()",
        Measures.median(ours.stream().map(ColdRun.Figures::millis).toList()),
        "ms");
    measures.line(
        "  heap at its fullest, of -Xmx80m",
        Measures.median(ours.stream().map(ColdRun.Figures::heap).toList()),
        "MiB");
    script(schema);
    Files.write(TARGET.resolve("load-benchmark.txt"), measures.table(), UTF_8);
  }

  private void script(Path schema) {
    List<ColdRun.Figures> scripts = new ArrayList<>();
    List<ColdRun.Figures> checks = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      String to = TARGET.resolve("load-benchmark.sql").toString();
      scripts.add(cold("-Xmx80m", "script", schema.toString(), "postgresql", to));
      checks.add(cold("-Xmx80m", "validate", schema.toString(), "postgresql"));
    }
    measures.line(
        "  script, from main()",
        Measures.median(scripts.stream().map(ColdRun.Figures::millis).toList()),
        "ms");
    measures.line(
        "  script, heap at its fullest",
        Measures.median(scripts.stream().map(ColdRun.Figures::heap).toList()),
        "MiB");
    measures.line(
        "  validated, from main()",
        Measures.median(checks.stream().map(ColdRun.Figures::millis).toList()),
        "ms");
    measures.line(
        "  validated, heap at its fullest",
        Measures.median(checks.stream().map(ColdRun.Figures::heap).toList()),
        "MiB");
  }

  private static void write(Path schema, Path csv) throws IOException {
    Files.createDirectories(schema.resolve("versions"));
    Files.createDirectories(csv.getParent());
    Files.writeString(
        schema.resolve("versions/a1.yaml"),
        """
        format: 1
        revision: a1
        upgrade:
          - create_table:
              name: people
              columns:
                - {name: id, type: bigint, primary_key: true}
                - {name: name, type: string(40), nullable: false}
                - {name: amount, type: "numeric(12,2)"}
                - {name: active, type: boolean}
                - {name: since, type: date}
                - {name: note, type: text}
          - bulk_insert: {table: people, file: data/people.csv}
        """,
        UTF_8);
    try (BufferedWriter out = Files.newBufferedWriter(csv, UTF_8)) {
      out.write("id,name,amount,active,since,note\n");
      for (int i = 1; i <= ROWS; i++) {
        out.write(
            i
                + ",\"Name, "
                + (i * 7919L % ROWS)
                + "\","
                + i % 100_000
                + "."
                + (10 + i % 90)
                + ","
                + (i % 3 == 0)
                + ",20"
                + (10 + i % 15)
                + "-0"
                + (1 + i % 9)
                + "-1"
                + i % 10
                + ","
                + (i % 5 == 0 ? "" : "a note of some words, the " + i + "th".repeat(i % 4))
                    .replace(",", ";")
                + "\n");
      }
    }
  }

  private static ColdRun.Figures cold(String heap, String... arguments) {
    return ColdRun.Figures.parse(Processes.java(ColdRun.class, List.of(heap), arguments));
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
