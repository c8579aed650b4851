package io.schemachain.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was injected and what became of it, and writes it down. */
final class Tally {
  private static final Path FILE =
      Path.of(System.getProperty("faults.report", "target/faults/results.txt"));

  /** The figure that says at which statements of the chain the faults were. */
  static final String STATEMENTS = "statements";

  private final String dialect;
  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();

  Tally(String dialect) {
    this.dialect = dialect;
  }

  /**
   * What became of a run.
   *
   * @param question what a person had to say of a statement; empty where nobody was asked
   * @param loss what is wrong at the end; empty where nothing is
   */
  record Outcome(String question, String loss) {
    static final Outcome SURVIVED = new Outcome("", "");

    static Outcome asked(String question) {
      return new Outcome(question, "");
    }

    static Outcome lost(String loss) {
      return new Outcome("", loss);
    }
  }

  synchronized void count(String kind, String where, Outcome outcome) {
    int[] count = counts.computeIfAbsent(kind, k -> new int[3]);
    count[0]++;
    if (!outcome.question().isEmpty()) {
      count[1]++;
      asked.add(dialect + ", " + kind + ", " + where + ": " + outcome.question());
    }
    if (!outcome.loss().isEmpty()) {
      count[2]++;
      lost.add(dialect + ", " + kind + ", " + where + ": " + outcome.loss());
    }
  }

  /** Writes down how many there were, how many needed a person, and how many were lost. */
  synchronized void write() {
    counts.forEach(
        (kind, count) -> put(dialect + " " + kind, count[0] + " " + count[1] + " " + count[2]));
  }

  /** The catalog can tell what became of every statement of the chain: nobody need be asked. */
  synchronized void requireNothingLost() {
    assertThat(lost).isEmpty();
    assertThat(asked).isEmpty();
  }

  /** One figure of the run, in place of an earlier one. */
  static synchronized void put(String key, String value) {
    try {
      Map<String, String> lines = read();
      lines.put(key, value);
      Files.createDirectories(FILE.getParent());
      Files.write(
          FILE,
          lines.entrySet().stream().map(line -> line.getKey() + "\t" + line.getValue()).toList(),
          UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The figures so far. */
  static synchronized Map<String, String> read() throws IOException {
    Map<String, String> lines = new TreeMap<>();
    if (Files.exists(FILE)) {
      for (String line : Files.readAllLines(FILE, UTF_8)) {
        lines.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
      }
    }
    return lines;
  }
}
