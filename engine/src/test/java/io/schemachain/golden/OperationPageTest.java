package io.schemachain.golden;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The SQL on the page of an operation is that of golden cases: what stands between {@code <!--
 * golden: create_index/partial -->} and {@code <!-- end -->} is written from the case by {@code
 * -Dgolden.update=true}.
 */
final class OperationPageTest {
  private static final Path PAGES =
      Path.of("../format-spec/src/main/resources/io/schemachain/format/docs/operations");
  private static final Pattern BLOCK =
      Pattern.compile("(?s)<!-- golden: (\\S+) -->\n(.*?)<!-- end -->\n");
  private static final boolean UPDATE =
      Boolean.getBoolean("golden.update") && System.getenv("CI") == null;

  @TestFactory
  Stream<DynamicTest> pages() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      return pages.sorted().toList().stream()
          .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)));
    }
  }

  private static void check(Path page) throws IOException {
    String text = Files.readString(page);
    Matcher blocks = BLOCK.matcher(text);
    StringBuilder expected = new StringBuilder();
    int copied = 0;
    while (blocks.find()) {
      expected.append(text, copied, blocks.start(2)).append(block(blocks.group(1)));
      copied = blocks.end(2);
    }
    expected.append(text.substring(copied));
    assertThat(copied).as("%s shows SQL of a golden case", page).isPositive();
    if (UPDATE) {
      Files.writeString(page, expected);
    } else {
      assertThat(text).isEqualTo(expected.toString());
    }
  }

  private static String block(String name) {
    GoldenCase golden =
        GoldenCase.read(GoldenCase.ROOT.resolve("operations").resolve(name + ".yaml"));
    StringBuilder out = new StringBuilder();
    out.append(golden.why()).append("\n\n```yaml").append(unindented(golden.up())).append("```\n");
    Map<Expectation, List<String>> dialects = new LinkedHashMap<>();
    for (Dialect dialect : Dialects.ALL) {
      Expectation expectation = requireNonNull(golden.expectation(dialect.name()), name);
      dialects.merge(
          expectation,
          List.of(dialect.displayName()),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    dialects.forEach(
        (expectation, names) ->
            out.append('\n')
                .append(String.join(", ", names))
                .append(":\n\n")
                .append(sql(expectation)));
    return out.toString();
  }

  /** The list at the margin, whatever the case's own indentation. */
  private static String unindented(String operations) {
    return operations.stripTrailing().stripIndent() + "\n";
  }

  private static String sql(Expectation expectation) {
    if (expectation.unsupported() != null) {
      return "> " + expectation.unsupported().replace("\n", "\n> ") + "\n";
    }
    String down =
        expectation.down() == null
            ? "-- irreversible: " + expectation.irreversible()
            : expectation.down().isEmpty() ? "-- nothing" : expectation.down();
    String up = requireNonNull(expectation.up()).isEmpty() ? "-- nothing" : expectation.up();
    return "```sql\n" + up + "\n\n-- downgrade\n" + down + "\n```\n";
  }
}
