package io.schemachain.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page is written from the data files, by {@code -Dgolden.update=true}. */
final class FactPageTest {
  private static final Path PAGE =
      Path.of(
          "../format-spec/src/main/resources/io/schemachain/format/docs/locks-of-operations.md");
  private static final boolean UPDATE =
      Boolean.getBoolean("golden.update") && System.getenv("CI") == null;

  @Test
  void the_page_is_what_the_data_files_say() throws IOException {
    String expected = page();
    if (UPDATE) {
      Files.writeString(PAGE, expected);
    } else {
      assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }
  }

  /** But where it is done in two statements. */
  @Test
  void no_form_stands_twice_for_a_version() {
    for (Dialect dialect : Dialects.ALL) {
      List<Fact> facts =
          FactFile.read(dialect.name()).facts().stream()
              .filter(
                  fact ->
                      !(dialect.name().equals("postgresql")
                          && fact.form().equals("alter-column/not-null/online")))
              .toList();
      for (int i = 0; i < facts.size(); i++) {
        Fact fact = facts.get(i);
        assertThat(facts.subList(i + 1, facts.size()))
            .as(dialect.name() + ": " + fact)
            .noneMatch(other -> fact.form().equals(other.form()) && haveAVersion(fact, other));
      }
    }
  }

  private static boolean haveAVersion(Fact one, Fact other) {
    return (one.from() == null && other.from() == null)
        || (one.from() != null && other.isOf(one.from()))
        || (other.from() != null && one.isOf(other.from()));
  }

  private static String page() {
    StringBuilder out = new StringBuilder();
    out.append("# Locks of operations\n\n");
    out.append("What an operation does to a table while it runs, by the form that it has: which");
    out.append(" lock it takes, what others\ncannot do meanwhile, and what is read or written.");
    out.append(" A form that has no line is as the one before its last slash. One with\ntwo lines");
    out.append(
        " for a version does one after the other. The tables are generated from the facts of");
    out.append(
        " the engine. \"Referred\" is\nthe lock on tables that a foreign key leads to. What is");
    out.append(
        " measured a test replays on these databases, and fails\nwhere a line says less than");
    out.append(" they do.\n");
    for (Dialect dialect : Dialects.ALL) {
      append(out, dialect);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, Dialect dialect) {
    FactFile file = FactFile.read(dialect.name());
    out.append("\n## ").append(dialect.displayName()).append("\n\n");
    long measured = file.facts().stream().filter(MeasuredForms::isMeasured).count();
    out.append(measured).append(" of ").append(file.facts().size());
    out.append(" lines are measured.\n\n");
    out.append("| lock | blocks |\n|---|---|\n");
    file.locks()
        .values()
        .forEach(
            lock ->
                out.append("| ")
                    .append(lock.word())
                    .append(" | ")
                    .append(blocks(lock))
                    .append(" |\n"));
    out.append("\n| form | versions | lock | referred | cost | algorithm | source |\n");
    out.append("|---|---|---|---|---|---|---|\n");
    for (Fact fact : file.facts()) {
      out.append("| `").append(fact.form()).append("` | ");
      out.append(fact.versions().equals("-") ? "all" : fact.versions()).append(" | ");
      out.append(word(fact.lock())).append(" | ").append(word(fact.referred())).append(" | ");
      out.append(fact.cost().word()).append(" | ");
      out.append(fact.algorithm() == null ? "–" : fact.algorithm()).append(" | ");
      out.append(source(fact, file)).append(" |\n");
    }
    out.append('\n');
    file.sources()
        .forEach(
            (key, text) -> out.append("- ").append(key).append(": ").append(text).append('\n'));
  }

  private static String source(Fact fact, FactFile file) {
    return file.sources().entrySet().stream()
        .filter(entry -> entry.getValue().equals(fact.source()))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static String blocks(Lock lock) {
    String blocks =
        lock.inOrder().stream()
            .map(blocked -> blocked.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return blocks.isEmpty() ? "nothing" : blocks;
  }

  private static String word(@Nullable Lock lock) {
    return lock == null ? "–" : lock.word();
  }
}
