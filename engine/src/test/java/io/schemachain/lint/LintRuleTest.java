package io.schemachain.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule has a folder of cases: {@code bad.yaml} says what it finds, {@code good.yaml} is the
 * same thing done well, of which it says nothing. {@code -Dgolden.update=true} writes findings,
 * which are read by eye before they are committed.
 */
final class LintRuleTest {
  private static final boolean UPDATE =
      Boolean.getBoolean("golden.update") && System.getenv("CI") == null;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    try (Stream<Path> files = Files.walk(LintCase.ROOT)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      LintCase.ROOT.relativize(file).toString(), file.toUri(), () -> check(file)));
    }
  }

  private static void check(Path file) throws IOException {
    LintCase lintCase = LintCase.read(file);
    String found = lintCase.found();
    boolean good = file.getFileName().toString().startsWith("good");
    if (UPDATE && !good) {
      String text = Files.readString(file);
      int at = text.indexOf("\nfindings:");
      Files.writeString(file, (at < 0 ? text : text.substring(0, at + 1)) + "findings:" + found);
      return;
    }
    assertThat(found).isEqualTo(lintCase.findings());
    assertThat(found.isEmpty()).isEqualTo(good);
  }

  @Test
  void every_rule_has_a_bad_and_a_good_case_and_a_page() {
    for (Rule rule : Rules.ALL) {
      Path folder = LintCase.ROOT.resolve(rule.slug());
      assertThat(folder.resolve("bad.yaml")).exists();
      assertThat(folder.resolve("good.yaml")).exists();
      assertThat(RulePageTest.page(rule)).exists();
    }
  }

  @Test
  void slugs_are_unique_and_no_case_is_without_a_rule() throws IOException {
    List<String> slugs = Rules.ALL.stream().map(Rule::slug).toList();
    assertThat(slugs).doesNotHaveDuplicates();
    try (Stream<Path> folders = Files.list(LintCase.ROOT)) {
      Set<String> names =
          folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet());
      assertThat(slugs).containsAll(names);
    }
  }
}
