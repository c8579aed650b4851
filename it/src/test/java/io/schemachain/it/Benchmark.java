package io.schemachain.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How fast it is, beside what else would do the same work on the same machine in the same minute.
 * Prints a table, which is also written to target/benchmark.txt; whatever it says, the build goes
 * on. BENCHMARK.md says how each figure is taken.
 */
final class Benchmark {
  private static final Path TARGET = Path.of(Maven.property("it.target"));
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
  private static final int CHAIN = 1_000;
  private static final int REVIEWED = 200;
  private static final int LONG_CHAIN = 10_000;
  private static final List<Integer> GRAPHS = List.of(10_000, 100_000);

  /** The line for .mvn/jvm.config that README recommends. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  private static final List<String> OTHERS = List.of("h2", "sqlite", "mysql", "mariadb");

  private final List<String> table = new ArrayList<>();

  @Test
  void all() throws IOException {
    line("", "least", "median", "baseline", "goal");
    Path project = project("chain", CHAIN);
    part("reading", () -> coldStart(schema(project)));
    part("lint", () -> lint(schema(project)));
    part("review", () -> review(schema(project("review", REVIEWED))));
    GRAPHS.forEach(size -> part("graph", () -> graph(size)));
    part("postgresql", () -> application(schema(project), "postgresql", ROUNDS));
    nothingToDo(project, CHAIN, "500 ms");
    nothingToDo(project("long-chain", LONG_CHAIN), LONG_CHAIN, "1500 ms");
    for (String dialect : OTHERS) {
      part(dialect, () -> application(schema(project), dialect, 1));
    }
    line("cores", String.valueOf(Runtime.getRuntime().availableProcessors()), "", "");
    line("rounds", String.valueOf(ROUNDS), "", "");
    Files.write(TARGET.resolve("benchmark.txt"), table, UTF_8);
  }

  private interface Part {
    void run() throws IOException;
  }

  /** What cannot run here, such as a database without its server, is a line of the table. */
  private void part(String name, Part part) {
    try {
      part.run();
    } catch (IOException | RuntimeException | AssertionError e) {
      line(name + ": " + e.toString().lines().findFirst().orElse(""), "", "", "");
    }
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    line("  load average", "%.1f".formatted(load), "", "");
  }

  // Reading, validating, rendering

  private void coldStart(Path schema) {
    String script = TARGET.resolve("benchmark.sql").toString();
    List<ColdRun.Figures> rendering = new ArrayList<>();
    List<ColdRun.Figures> quick = new ArrayList<>();
    List<ColdRun.Figures> validating = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rendering.add(cold("script", schema.toString(), "postgresql", script));
      quick.add(cold(List.of(QUICK), "script", schema.toString(), "postgresql", script));
      validating.add(cold("validate", schema.toString(), "postgresql"));
    }
    line(
        CHAIN + " revisions, from main() to the script",
        Sample.of(rendering, ColdRun.Figures::millis),
        "",
        "500 ms");
    line("  with " + QUICK, Sample.of(quick, ColdRun.Figures::millis), "", "500 ms");
    line(
        CHAIN + " revisions, from main() to validated, both ways",
        Sample.of(validating, ColdRun.Figures::millis),
        "",
        "");
    Sample heap = Sample.of(rendering, ColdRun.Figures::heap);
    line("  heap at its fullest, of -Xmx256m", heap.text("%.0f MiB"), "", "256 MiB");
  }

  private void lint(Path schema) {
    String findings = TARGET.resolve("benchmark-lint.txt").toString();
    List<ColdRun.Figures> runs = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      runs.add(cold("lint", schema.toString(), "postgresql", findings));
    }
    line(
        CHAIN + " revisions, from main() to the findings of lint",
        Sample.of(runs, ColdRun.Figures::millis),
        "",
        "2000 ms");
  }

  private void review(Path schema) throws IOException {
    Path page = TARGET.resolve("benchmark-review.html");
    List<ColdRun.Figures> reviews = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      reviews.add(cold("review", schema.toString(), "postgresql", page.toString()));
    }
    line(
        REVIEWED + " revisions, from main() to the review",
        Sample.of(reviews, ColdRun.Figures::millis),
        "",
        "5000 ms");
    line("  its size", "%.1f MB".formatted(Files.size(page) / 1e6), "", "5 MB");
  }

  // The graph

  private void graph(int revisions) {
    List<List<Double>> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      String line = Processes.java(GraphRun.class, List.of("-Xmx512m"), String.valueOf(revisions));
      rounds.add(Stream.of(line.strip().split(" ", -1)).map(Double::parseDouble).toList());
    }
    List<String> names = List.of("built", "heads", "+1", "upgrade base:heads", "downgrade to base");
    for (int i = 0; i < names.size(); i++) {
      int figure = i;
      String what = "graph of " + revisions + " revisions: " + names.get(i);
      line(what, Sample.of(rounds, round -> round.get(figure)), "", "linear");
    }
  }

  // Applying

  /** A run and the database's own client with the script of the same run, by turns. */
  private void application(Path schema, String dialect, int rounds) throws IOException {
    Path script = TARGET.resolve("benchmark-" + dialect + ".sql");
    cold("script", schema.toString(), dialect, script.toString());
    Path empty = Files.writeString(TARGET.resolve("benchmark-empty.sql"), "SELECT 1;\n", UTF_8);
    List<Double> ours = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    List<Double> clients = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      try (TestDatabase database = fresh(dialect)) {
        List<String> arguments = new ArrayList<>(List.of("upgrade", schema.toString()));
        arguments.add(database.url());
        if (database.username() != null) {
          arguments.add(database.username());
        }
        if (database.password() != null) {
          arguments.add(database.password());
        }
        ColdRun.Figures figures = cold(arguments.toArray(String[]::new));
        ours.add(figures.executing());
        whole.add(figures.millis());
      }
      try (TestDatabase database = fresh(dialect)) {
        double startUp = Measures.time(() -> Measures.client(database, empty));
        clients.add(Measures.time(() -> Measures.client(database, script)) - startUp);
      }
    }
    Sample client = new Sample(clients);
    line(
        CHAIN + " revisions applied, " + dialect,
        new Sample(ours),
        client.text("%.0f ms") + " client",
        dialect.equals("postgresql") ? "1.25 times" : "");
    line(
        "  that is times the client",
        "",
        "%.2f".formatted(new Sample(ours).median() / client.median()),
        "",
        "");
    line("  whole command, from main()", new Sample(whole), "", "");
  }

  private static TestDatabase fresh(String dialect) {
    return dialect.equals("h2") ? TestDatabases.freshH2File() : TestDatabases.fresh(dialect);
  }

  // Nothing to do

  private void nothingToDo(Path project, int revisions, String goal) {
    for (String dialect : List.of("postgresql", "h2")) {
      part("mvn, " + dialect, () -> nothingToDo(project, revisions, goal, dialect));
    }
  }

  private void nothingToDo(Path project, int revisions, String goal, String dialect) {
    try (TestDatabase database = fresh(dialect)) {
      Map<String, String> environment = environment(database);
      mvn(project, environment, "schema:stamp", "-Dschema.target=head");
      mvn(project, environment, "schema:upgrade");
      // Not the options of the integration tests, which no user has.
      environment.put("MAVEN_OPTS", "");
      addedToValidate(
          "nothing to do of " + revisions + ", mvn, " + dialect, project, environment, goal);
      environment.put("MAVEN_OPTS", QUICK);
      addedToValidate("  with " + QUICK, project, environment, goal);
      line("  of it, the driver alone", driver(database, List.of()), "", "");
      line("  … with " + QUICK, driver(database, List.of(QUICK)), "", "");
    }
  }

  /** What any tool spends that asks the database where it is. */
  private static Sample driver(TestDatabase database, List<String> options) {
    List<Double> runs = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      String millis =
          Processes.java(
              DriverRun.class,
              options,
              database.url(),
              Objects.requireNonNullElse(database.username(), ""),
              Objects.requireNonNullElse(database.password(), ""));
      runs.add(Double.parseDouble(millis.strip()));
    }
    return new Sample(runs);
  }

  private void addedToValidate(
      String what, Path project, Map<String, String> environment, String goal) {
    List<Double> added = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      double validate = Measures.time(() -> mvn(project, environment, "validate"));
      alone.add(validate);
      added.add(
          Measures.time(() -> mvn(project, environment, "validate", "schema:upgrade")) - validate);
    }
    line(what, new Sample(added), new Sample(alone).text("%.0f ms") + " validate", goal);
  }

  private static Map<String, String> environment(TestDatabase database) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SCHEMA_URL", database.url());
    if (database.username() != null) {
      environment.put("SCHEMA_USERNAME", database.username());
    }
    if (database.password() != null) {
      environment.put("SCHEMA_PASSWORD", database.password());
    }
    return environment;
  }

  private static void mvn(Path project, Map<String, String> environment, String... words) {
    List<String> arguments = new ArrayList<>(List.of("-q"));
    arguments.addAll(Arrays.asList(words));
    Maven.ofThisBuild().run(project, environment, arguments).succeeded();
  }

  // Projects and processes

  private static Path project(String name, int revisions) {
    Path project = Projects.copy(Path.of("src/benchmark/project"), "benchmark-" + name);
    GeneratedChain.write(schema(project), revisions);
    return project;
  }

  private static Path schema(Path project) {
    return project.resolve("src/main/schema");
  }

  private static ColdRun.Figures cold(String... arguments) {
    return cold(List.of(), arguments);
  }

  private static ColdRun.Figures cold(List<String> options, String... arguments) {
    List<String> all = new ArrayList<>(options);
    all.add("-Xmx256m");
    return ColdRun.Figures.parse(Processes.java(ColdRun.class, all, arguments));
  }

  // The table

  /** Several measurements of one thing. */
  private record Sample(List<Double> values) {
    Sample {
      values = values.stream().sorted().toList();
    }

    static <T> Sample of(List<T> from, ToDoubleFunction<T> value) {
      return new Sample(from.stream().map(value::applyAsDouble).toList());
    }

    double least() {
      return values.get(0);
    }

    double median() {
      return values.get(values.size() / 2);
    }

    String text(String format) {
      return format.formatted(median());
    }
  }

  private void line(String what, Sample sample, String baseline, String goal) {
    line(what, "%.0f ms".formatted(sample.least()), sample.text("%.0f ms"), baseline, goal);
  }

  private void line(String what, String figure, String baseline, String goal) {
    line(what, "", figure, baseline, goal);
  }

  private void line(String what, String least, String median, String baseline, String goal) {
    String line =
        String.format(Locale.ROOT, "%-52s %9s %9s  %-17s %s", what, least, median, baseline, goal);
    table.add(line.stripTrailing());
    System.out.println(line.stripTrailing());
  }
}
