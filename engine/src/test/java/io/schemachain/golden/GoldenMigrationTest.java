package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diff.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is found between two schemas, and what is written to get from one to the other. */
final class GoldenMigrationTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    if (UPDATE && System.getenv("CI") != null) {
      throw new IllegalStateException("Expectations are written and reviewed by people, not by CI");
    }
    String only = System.getenv("CI") == null ? System.getProperty("golden.only", "") : "";
    try (Stream<Path> files = Files.walk(GoldenCase.ROOT.resolve("diff"))) {
      List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
      assertThat(all).allMatch(file -> file.toString().endsWith(".yaml"));
      return all.stream()
          .filter(file -> file.toString().contains(only))
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(), file.toUri(), () -> check(file)));
    }
  }

  private static void check(Path file) throws IOException {
    DiffCase golden = DiffCase.read(file);
    Migration migration = golden.migration();
    // Each step fits the schema before it.
    assertThat(golden.after(migration)).isNotNull();
    String actual = DiffCase.toYaml(migration);
    if (UPDATE) {
      Files.writeString(file, golden.withExpected(actual));
    } else if (!actual.equals(golden.expected())) {
      throw new AssertionError(file + ":\n" + LineDiff.of(golden.expected(), actual));
    }
  }
}
