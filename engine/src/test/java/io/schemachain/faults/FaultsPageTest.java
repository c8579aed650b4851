package io.schemachain.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialects;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of faults.md, which {@code -Dfaults.page=true} writes from the last runs. */
class FaultsPageTest {
  private static final Path PAGE =
      Path.of("../format-spec/src/main/resources/io/schemachain/format/docs/faults.md");
  private static final String BEGIN = "<!-- faults -->\n";
  private static final String END = "<!-- end -->";
  private static final List<String> KINDS =
      List.of(
          "killed",
          "killed while it waits",
          "request lost",
          "answer lost",
          "cut while it waits",
          "server shut down",
          "server killed",
          "disk full");
  private static final Pattern ROW =
      Pattern.compile("\\| [^|]+ \\| [a-z ]+ \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|");

  @Test
  void nothingWasLost() throws IOException {
    if (Boolean.getBoolean("faults.page")) {
      write();
    }
    List<String> rows =
        Files.readString(PAGE, UTF_8).lines().filter(line -> ROW.matcher(line).matches()).toList();
    assertThat(rows).isNotEmpty();
    for (String dialect : TestDatabases.DIALECTS) {
      String name = Dialects.find(dialect).orElseThrow().displayName();
      assertThat(rows).as(name).anyMatch(row -> row.startsWith("| " + name));
    }
    assertThat(rows).allMatch(row -> row.endsWith("| 0 |"));
  }

  private static void write() throws IOException {
    Map<String, String> results = Tally.read();
    List<String> lines = new ArrayList<>();
    lines.add(
        "As of "
            + LocalDate.now(ZoneOffset.UTC)
            + ", at "
            + requireNonNull(results.get(Tally.STATEMENTS), "Run the tests of faults first")
            + " of the chain.\n");
    lines.add("| database | fault | injected | survived | a person asked | lost |");
    lines.add("|---|---|---|---|---|---|");
    for (String dialect : TestDatabases.DIALECTS) {
      for (String kind : KINDS) {
        String figures = results.get(dialect + " " + kind);
        if (figures != null) {
          lines.add(row(name(dialect, results), kind, figures));
        }
      }
    }
    lines.add(
        "\nRunners that start at the same time, and how long the last of them took, all in all:\n");
    lines.add("| database | 2 runners | 20 runners |");
    lines.add("|---|---|---|");
    for (String dialect : TestDatabases.DIALECTS) {
      lines.add(
          "| "
              + Dialects.find(dialect).orElseThrow().displayName()
              + " | "
              + requireNonNullElse(results.get(dialect + " runners 2"), "\u2013")
              + " | "
              + requireNonNullElse(results.get(dialect + " runners 20"), "\u2013")
              + " |");
    }
    String page = Files.readString(PAGE, UTF_8);
    Files.writeString(
        PAGE,
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + String.join("\n", lines)
            + "\n"
            + page.substring(page.indexOf(END)),
        UTF_8);
  }

  private static String name(String dialect, Map<String, String> results) {
    String version = requireNonNullElse(results.get(dialect + " version"), "");
    return (Dialects.find(dialect).orElseThrow().displayName() + " " + version).strip();
  }

  private static String row(String database, String kind, String figures) {
    String[] counts = figures.split(" ", -1);
    int injected = Integer.parseInt(counts[0]);
    int lost = Integer.parseInt(counts[2]);
    return "| "
        + database
        + " | "
        + kind
        + " | "
        + injected
        + " | "
        + (injected - lost)
        + " | "
        + counts[1]
        + " | "
        + lost
        + " |";
  }
}
