package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.format.RevisionWriter;
import io.schemachain.model.Column;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.revision.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every case renders to on every dialect; nothing here needs a database. */
final class GoldenRenderingTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicNode> operations() {
    if (UPDATE && System.getenv("CI") != null) {
      throw new IllegalStateException("Expectations are written and reviewed by people, not by CI");
    }
    return GoldenCase.all("operations").stream()
        .map(
            golden ->
                DynamicTest.dynamicTest(golden.name(), golden.file().toUri(), () -> check(golden)));
  }

  private static void check(GoldenCase golden) {
    Map<String, Expectation> outcomes = new LinkedHashMap<>();
    for (Dialect dialect : Dialects.ALL) {
      CaseRun run = CaseRun.of(golden, dialect);
      outcomes.put(dialect.name(), run.outcome());
      String where = golden.file() + " on " + dialect.name();
      Revision revision = run.revision();
      if (revision != null && run.outcome().irreversible() == null) {
        assertThat(contents(run.restored()))
            .as(where + ": up, then down")
            .isEqualTo(contents(run.before()));
      }
      if (revision != null) {
        checkWriter(revision, dialect, where);
      }
    }
    if (UPDATE) {
      if (!outcomes.equals(resolved(golden))) {
        write(golden, outcomes);
      }
      return;
    }
    JsonSchemas.check(golden);
    assertThat(golden.expect().keySet())
        .as(
            golden.file()
                + ": a dialect without an expectation, or an expectation without a dialect")
        .containsExactlyElementsOf(outcomes.keySet());
    outcomes.forEach(
        (dialect, outcome) -> {
          Expectation expected = golden.expectation(dialect);
          assertThat(expected).as(golden.file() + " on " + dialect).isNotNull();
          if (!outcome.equals(expected)) {
            throw new AssertionError(
                golden.file()
                    + " on "
                    + dialect
                    + ":\n"
                    + LineDiff.of(expected.toYaml(), outcome.toYaml()));
          }
        });
  }

  private static Map<String, Expectation> resolved(GoldenCase golden) {
    Map<String, Expectation> resolved = new LinkedHashMap<>();
    for (String dialect : golden.expect().keySet()) {
      Expectation expectation = golden.expectation(dialect);
      if (expectation != null) {
        resolved.put(dialect, expectation);
      }
    }
    return resolved;
  }

  /** What is written reads back equal. */
  private static void checkWriter(Revision revision, Dialect dialect, String where) {
    String written =
        RevisionWriter.write(
            revision.header(),
            revision.upgrade().stream().map(located -> located.value()).toList(),
            revision.downgrade());
    Revision again = CaseRun.read(where + ", written", written, dialect);
    assertThat(again.upgrade().stream().map(located -> located.value()))
        .as(where + ", written:\n" + written)
        .containsExactlyElementsOf(
            revision.upgrade().stream().map(located -> located.value()).toList());
  }

  /** A schema without the order in which things were added: a way back adds at the end. */
  private static List<Table> contents(Schema schema) {
    List<Table> tables = new ArrayList<>();
    for (Table table : schema.tables()) {
      tables.add(
          new Table(
              table.name(),
              sorted(table.columns(), Column::name),
              table.primaryKey(),
              sorted(table.uniqueConstraints(), c -> c.name()),
              sorted(table.foreignKeys(), c -> c.name()),
              sorted(table.checks(), c -> c.name()),
              sorted(table.indexes(), c -> c.name()),
              table.comment()));
    }
    return tables;
  }

  private static <T> List<T> sorted(List<T> list, Function<T, String> name) {
    return list.stream().sorted(Comparator.comparing(name)).toList();
  }

  private static void write(GoldenCase golden, Map<String, Expectation> outcomes) {
    StringBuilder out = new StringBuilder("expect:\n");
    Map<Expectation, String> seen = new LinkedHashMap<>();
    outcomes.forEach(
        (dialect, outcome) -> {
          String same = seen.putIfAbsent(outcome, dialect);
          Expectation written = same == null ? outcome : Expectation.sameAs(same);
          out.append("  ").append(dialect).append(':').append(written.toYaml());
        });
    try {
      String text = Files.readString(golden.file());
      int expect = text.startsWith("expect:") ? 0 : text.indexOf("\nexpect:") + 1;
      String operations = expect > 0 ? text.substring(0, expect) : text;
      Files.writeString(golden.file(), operations + out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void leavesNoFileUnreadAndNoFolderEmpty() throws IOException {
    try (Stream<Path> files = Files.walk(GoldenCase.ROOT)) {
      List<Path> all = files.toList();
      for (Path path : all) {
        if (Files.isDirectory(path)) {
          assertThat(path).isNotEmptyDirectory();
        } else if (path.startsWith(GoldenCase.ROOT.resolve("operations"))) {
          assertThat(path.toString()).endsWith(".yaml");
        }
      }
    }
  }
}
