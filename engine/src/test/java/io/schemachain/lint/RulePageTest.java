package io.schemachain.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The page of a rule begins with what its class says, then has words of its own, and ends with its
 * two cases. The beginning, the end and the list of all rules are written by {@code
 * -Dgolden.update=true}.
 */
final class RulePageTest {
  private static final Path PAGES =
      Path.of("../format-spec/src/main/resources/io/schemachain/format/docs/rules");
  private static final String EXAMPLES = "<!-- examples -->\n";
  private static final boolean UPDATE =
      Boolean.getBoolean("golden.update") && System.getenv("CI") == null;

  static Path page(Rule rule) {
    return PAGES.resolve(rule.slug() + ".md");
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    return Rules.ALL.stream().map(rule -> DynamicTest.dynamicTest(rule.slug(), () -> check(rule)));
  }

  private static void check(Rule rule) throws IOException {
    Path file = page(rule);
    String text = Files.exists(file) ? Files.readString(file) : "";
    String head = head(rule);
    int own = text.indexOf("\n\n", Math.max(0, text.indexOf("| level")));
    int examples = text.indexOf(EXAMPLES);
    String words =
        examples < 0
            ? ""
            : text.substring(Math.min(examples, text.indexOf("<!-- words -->\n")), examples);
    String expected =
        head + (words.isEmpty() ? "<!-- words -->\n\n" : words) + EXAMPLES + examples(rule);
    if (UPDATE) {
      Files.createDirectories(PAGES);
      Files.writeString(file, expected);
    } else {
      assertThat(text).isEqualTo(expected);
      assertThat(words.strip()).as("words of its own").isNotEqualTo("<!-- words -->");
    }
    assertThat(own).isGreaterThanOrEqualTo(-1);
  }

  private static String head(Rule rule) {
    return "# "
        + rule.slug()
        + "\n\n"
        + rule.why()
        + "\n\n| group | level |\n|---|---|\n| "
        + rule.group().word()
        + " | "
        + rule.level().word()
        + " |\n\n";
  }

  private static String examples(Rule rule) throws IOException {
    return "\n## Found\n\n" + example(rule, "bad") + "\n## Not found\n\n" + example(rule, "good");
  }

  private static String example(Rule rule, String name) throws IOException {
    Path file = LintCase.ROOT.resolve(rule.slug()).resolve(name + ".yaml");
    Map<String, String> sections = LintCase.sections(Files.readString(file));
    StringBuilder out = new StringBuilder();
    out.append(LintCase.read(file).why()).append("\n\n```yaml\n");
    for (String key :
        List.of(
            "given",
            "head",
            "up",
            "revisions",
            "changed",
            "statistics",
            "levels",
            "names",
            "dialects")) {
      String section = sections.get(key);
      if (section != null) {
        out.append(key).append(':').append(section);
      }
    }
    return out.append("```\n").toString();
  }

  @Test
  void the_list_has_every_rule_in_its_group() throws IOException {
    Path file = PAGES.resolve("README.md");
    String expected = index();
    if (UPDATE) {
      Files.writeString(file, expected);
    }
    assertThat(Files.readString(file)).isEqualTo(expected);
  }

  private static String index() {
    StringBuilder out =
        new StringBuilder(
            """
            # Rules

            What `lint` looks for, by group. The level is that of a finding where the settings do not say otherwise; a rule that is
            `off` runs where they ask for it.
            """);
    for (RuleGroup group : RuleGroup.values()) {
      List<Rule> rules = Rules.ALL.stream().filter(rule -> rule.group() == group).toList();
      out.append("\n## ")
          .append(group.word())
          .append("\n\n| rule | level | why |\n|---|---|---|\n");
      for (Rule rule : rules) {
        out.append(
            "| [%s](%s.md) | %s | %s |\n"
                .formatted(rule.slug(), rule.slug(), rule.level().word(), oneLine(rule.why())));
      }
    }
    return out.toString();
  }

  /** Its first sentence, in a cell. */
  private static String oneLine(String why) {
    int end = why.indexOf(". ");
    return (end < 0 ? why : why.substring(0, end + 1)).replace("|", "\\|");
  }

  @Test
  void no_page_is_without_a_rule() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(
              name ->
                  name.equals("README.md")
                      || Rules.find(name.replaceFirst("\\.md$", "")).isPresent());
    }
  }
}
