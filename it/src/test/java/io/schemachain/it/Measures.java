package io.schemachain.it;

import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientResult;
import io.schemachain.testdb.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What benchmarks have in common. */
final class Measures {
  private final List<String> table = new ArrayList<>();

  /** Prints a figure and keeps it. */
  void line(String what, double figure, String unit) {
    String number = String.format(Locale.ROOT, unit.isEmpty() ? "%.2f" : "%.0f", figure);
    String line = String.format(Locale.ROOT, "%-52s %9s %s", what, number, unit).stripTrailing();
    table.add(line);
    System.out.println(line);
  }

  /** All lines so far. */
  List<String> table() {
    return table;
  }

  /** Milliseconds. */
  static double time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** A script by the database's own client. */
  static void client(TestDatabase database, Path script) {
    ClientResult result = Client.run(database, script);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(script + ": " + result);
    }
  }

  /** Words for a JVM of its own, and behind them the way to a database. */
  static String[] arguments(TestDatabase database, String... words) {
    List<String> arguments = new ArrayList<>(Arrays.asList(words));
    arguments.add(database.url());
    if (database.username() != null) {
      arguments.add(database.username());
    }
    if (database.password() != null) {
      arguments.add(database.password());
    }
    return arguments.toArray(String[]::new);
  }
}
