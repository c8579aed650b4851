package io.schemachain.golden;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.format.RevisionWriter;
import io.schemachain.revision.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      Expectation assumed = outcome(golden, dialect);
      outcomes.put(dialect.name(), assumed);
      for (Dialect version : GoldenVersions.of(dialect)) {
        Expectation outcome = outcome(golden, version);
        if (!outcome.equals(assumed)) {
          outcomes.put(version.toString(), outcome);
        }
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
                + ": a dialect without an expectation, or an expectation without a dialect; a"
                + " version has one where it differs from the assumed version, and only there")
        .containsExactlyElementsOf(outcomes.keySet());
    outcomes.forEach(
        (dialect, outcome) -> {
          Expectation expected =
              requireNonNull(golden.expectation(dialect), "same_as leads nowhere for " + dialect);
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

  private static Expectation outcome(GoldenCase golden, Dialect dialect) {
    CaseRun run = CaseRun.of(golden, dialect);
    String where = golden.file() + " on " + dialect;
    Revision revision = run.revision();
    if (revision != null && run.outcome().irreversible() == null) {
      assertThat(run.restored().isEquivalentTo(run.before()))
          .as(
              "%s: up, then down leads from %s to %s",
              where, run.before().tables(), run.restored().tables())
          .isTrue();
    }
    if (revision != null) {
      checkWriter(revision, dialect, where);
    }
    return run.outcome();
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
            revision.downgrade(),
            1);
    Revision again = CaseRun.read(where + ", written", written, dialect);
    assertThat(again.upgrade().stream().map(located -> located.value()))
        .as(where + ", written:\n" + written)
        .containsExactlyElementsOf(
            revision.upgrade().stream().map(located -> located.value()).toList());
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
