package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.Status;
import io.schemachain.review.output.MarkdownReview;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * {@code schema:review} on a folder. {@code -Dgolden.update=true} writes the golden documents anew:
 * look at them in a browser before they are committed.
 */
final class ReviewTest {
  private static final Path GOLDEN = Path.of("src/test/resources/review");

  @TempDir Path folder;

  /** Users and orders, and three revisions that a DBA would ask about. */
  private TestProject shop() {
    return new TestProject(folder)
        .file("schema.yaml", "format: 1\ndialects: [postgresql:14, mysql, sqlite]\n")
        .file(
            "statistics.yaml",
            """
            format: 1
            dialect: postgresql
            tables:
              - {table: users, rows: 200000000}
              - {table: orders, rows: 20}
            """)
        .revision(
            "a1",
            null,
            """
            - create_table:
                name: users
                columns:
                  - {name: id, type: bigint, primary_key: true, identity: true}
                  - {name: email, type: string(100), nullable: false}
                  - {name: fax, type: string(20)}
                  - {name: note, type: string(200)}
            - create_table:
                name: orders
                columns:
                  - {name: id, type: bigint, primary_key: true, identity: true}
                  - {name: user_id, type: bigint, nullable: false, references: {table: users}}
                  - {name: total, type: 'numeric(10, 2)', nullable: false, default: 0}
            """)
        .revision(
            "b1",
            "a1",
            """
            - create_index: {table: users, columns: [email]} # comes with the search
            - drop_column:
                table: users
                column: fax
                suppress: [{rule: drop-column, reason: "nobody has one & \\"never\\" had"}]
            """)
        .revision(
            "c1",
            "b1",
            """
            - alter_column: {table: users, column: note, new_name: remark, nullable: false}
            - execute: UPDATE users SET remark = '-' WHERE remark = '' -- none
            """)
        .revision(
            "d1",
            "c1",
            """
            - create_table:
                name: invoices
                columns:
                  - {name: id, type: bigint, primary_key: true, identity: true}
                  - {name: order_id, type: bigint, nullable: false, references: {table: orders}}
            - create_unique_constraint: {table: users, columns: [email]}
            """);
  }

  private static CommandResult review(
      TestProject project, ReviewFormat format, @Nullable String range) {
    return new Review(project.workspace()).run(new Review.Request(format, null, range));
  }

  private static String html(TestProject project) {
    return Objects.requireNonNull(review(project, ReviewFormat.HTML, null).output());
  }

  private static String markdown(TestProject project) {
    return Objects.requireNonNull(review(project, ReviewFormat.MARKDOWN, null).output());
  }

  @Test
  void the_page_is_as_it_was_looked_at() throws IOException {
    golden("shop.html", review(shop(), ReviewFormat.HTML, "b1:").output());
  }

  @Test
  void the_comment_is_as_it_was_looked_at() throws IOException {
    golden("shop.md", review(shop(), ReviewFormat.MARKDOWN, "b1:").output());
  }

  private static void golden(String name, @Nullable String text) throws IOException {
    assertThat(text).isNotNull();
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, Objects.requireNonNull(text));
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @Test
  void the_page_is_well_formed_and_needs_nothing_else() throws Exception {
    String html = html(shop());
    Document page = parse(html);
    assertThat(html).endsWith("\n").doesNotContain("\r", "@import", "url(", "http-equiv");
    Set<String> ids = new HashSet<>();
    for (Element element : elements(page, "*")) {
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
      assertThat(element.hasAttribute("src")).isFalse();
    }
    for (Element link : elements(page, "a")) {
      assertThat(link.getAttribute("href")).startsWith("#");
      assertThat(ids).contains(link.getAttribute("href").substring(1));
    }
    for (Element element : elements(page, "*")) {
      String label = element.getAttribute("aria-labelledby");
      if (!label.isEmpty()) {
        assertThat(ids).contains(label);
      }
    }
  }

  @Test
  void the_page_can_be_heard() throws Exception {
    Document page = parse(html(shop()));
    assertThat(elements(page, "html").get(0).getAttribute("lang")).isEqualTo("en");
    assertThat(elements(page, "main")).hasSize(1);
    assertThat(elements(page, "h1")).hasSize(1);
    assertThat(elements(page, "legend")).hasSize(1);
    assertThat(elements(page, "input"))
        .hasSize(4)
        .allSatisfy(input -> assertThat(input.getParentNode().getNodeName()).isEqualTo("label"));
    for (String name : List.of("button", "section", "article", "nav")) {
      assertThat(elements(page, name))
          .isNotEmpty()
          .allSatisfy(
              element ->
                  assertThat(
                          element.getAttribute("aria-label")
                              + element.getAttribute("aria-labelledby"))
                      .as(name)
                      .isNotEmpty());
    }
    assertThat(elements(page, "th"))
        .allSatisfy(cell -> assertThat(cell.getAttribute("scope")).isNotEmpty());
    assertThat(elements(page, "svg"))
        .allSatisfy(
            svg ->
                assertThat(
                        svg.getAttribute("role").equals("img")
                            || svg.getAttribute("aria-hidden").equals("true"))
                    .isTrue());
    int level = 1;
    Matcher headings = Pattern.compile("<h([1-6])").matcher(html(shop()));
    while (headings.find()) {
      int next = Integer.parseInt(headings.group(1));
      assertThat(next).isLessThanOrEqualTo(level + 1);
      level = next;
    }
  }

  @Test
  void a_transaction_keeps_its_locks_and_what_is_new_is_no_matter() {
    String markdown = markdown(shop());
    assertThat(markdown)
        .contains(
            "| `b1` | `create_index ix_users_email on users` | `users` | `SHARE` |",
            "| `b1` | `drop_column users.fax` | `users` | **`ACCESS EXCLUSIVE`** |",
            "200,000,000 rows",
            "| `d1` | `create_table invoices` | `orders` |")
        .doesNotContain("| `d1` | `create_table invoices` | `invoices` |");
  }

  @Test
  void what_is_renamed_neither_goes_nor_comes() {
    assertThat(html(shop()))
        .contains("<bdi>column users.note</bdi>")
        .doesNotContain(
            "<bdi>column users.remark</bdi></code></th><td data-name=\"Becomes\">added");
  }

  /** What cannot be shown is named or replaced; the rest arrives, and means nothing. */
  @Test
  void hostile_texts_stay_texts() throws Exception {
    String hostile = "<script>alert(1)</script> \\\"' --> ]]> & @all #1 | `x` ${y} \\u202e x";
    TestProject project =
        new TestProject(folder)
            .file("schema.yaml", "format: 1\ndialects: [postgresql]\n")
            .file(
                "versions/a1.yaml",
                "format: 1\nrevision: a1\nmessage: \""
                    + hostile
                    + "\"\nupgrade:\n  - create_table:\n      name: \"t<b>|`@x\"\n      columns:\n"
                    + "        - {name: \"c\\\"</pre>\", type: text, default: \"</code>\"}\n"
                    + "  - execute: |\n      -- </code></pre><script>x</script> ```\n"
                    + "      SELECT '``` <!--'\n");
    String html = html(project);
    Document page = parse(html);
    assertThat(elements(page, "script")).hasSize(1);
    assertThat(elements(page, "b")).isEmpty();
    assertThat(elements(page, "h3").get(0).getTextContent()).contains("<script>alert(1)</script>");
    assertThat(html).contains("[U+202E]");
    String markdown = markdown(project);
    assertThat(markdown).doesNotContain("\u202e").contains("\n````sql\n");
    assertThat(markdown.replaceAll("(?s)\n( *`{3,})[a-z]+\n.*?\n\\1\n", ""))
        .as("outside of code")
        .doesNotContain("<script>")
        .doesNotContain("@all");
  }

  @Test
  void the_same_mistake_on_several_databases_is_told_once() {
    TestProject project = shop().revision("e1", "d1", "- drop_table: {name: nothing}\n");
    assertThatThrownBy(() -> html(project))
        .hasMessageContaining("schema/versions/e1.yaml:6:5: error: ")
        .extracting(mistake -> Objects.requireNonNull(mistake.getMessage()).split("error:", -1))
        .asInstanceOf(InstanceOfAssertFactories.array(String[].class))
        .hasSize(2);
  }

  /** The strategy is in no checksum of a revision, but what is signed is the SQL. */
  @Test
  void what_is_signed_changes_with_the_statements() {
    TestProject project = shop();
    Map<String, Object> before = review(project, ReviewFormat.HTML, "b1:").report();
    project.revision(
        "b1",
        "a1",
        """
        - create_index: {table: users, columns: [email], strategy: online}
        - drop_column: {table: users, column: fax}
        """);
    Map<String, Object> after = review(project, ReviewFormat.HTML, "b1:").report();
    assertThat(signed(after)).hasSameSizeAs(signed(before));
    assertThat(signed(after).get(0)).as("PostgreSQL").isNotEqualTo(signed(before).get(0));
    assertThat(signed(after).get(2)).as("SQLite").isEqualTo(signed(before).get(2));
  }

  /**
   * One operation, two statements that are committed one by one: only the first keeps readers out.
   */
  @Test
  void locks_of_statements_that_are_committed_one_by_one_are_theirs() {
    TestProject project =
        new TestProject(folder).file("schema.yaml", "format: 1\ndialects: ['postgresql:18']\n");
    project.revision(
        "a1",
        null,
        "- create_table: {name: users, columns: [{name: id, type: bigint, primary_key: true},"
            + " {name: email, type: string(100)}]}\n");
    project.revision(
        "b1",
        "a1",
        "- alter_column: {table: users, column: email, nullable: false, strategy: online}\n");
    assertThat(
            Objects.requireNonNull(review(project, ReviewFormat.MARKDOWN, "b1:").output())
                .lines()
                .filter(line -> line.contains("`alter_column users.email` | `users`")))
        .satisfiesExactly(
            first -> assertThat(first).contains("`ACCESS EXCLUSIVE`").contains(" | 1 | "),
            then -> assertThat(then).contains("`SHARE UPDATE EXCLUSIVE`").contains(" | 2 | "));
  }

  /** A checksum for each of the dialects. */
  private static List<Object> signed(Map<String, Object> report) {
    Map<?, ?> checksums = (Map<?, ?>) Objects.requireNonNull(report.get("checksums"));
    return List.copyOf(checksums.values());
  }

  @Test
  void a_comment_that_is_too_long_says_what_it_leaves_out() {
    TestProject project =
        new TestProject(folder).file("schema.yaml", "format: 1\ndialects: [postgresql, mysql]\n");
    project.revision(
        "r0",
        null,
        "- create_table: {name: t, columns: [{name: id, type: bigint, primary_key: true}]}\n");
    for (int i = 1; i < 300; i++) {
      project.revision(
          "r" + i,
          "r" + (i - 1),
          "- add_column: {table: t, column: {name: c%d, type: string(20)}}\n".formatted(i)
              + "- create_index: {table: t, columns: [c%d]}\n".formatted(i));
    }
    String markdown = markdown(project);
    assertThat(markdown)
        .startsWith(MarkdownReview.MARKER)
        .hasSizeLessThanOrEqualTo(MarkdownReview.MOST)
        .containsPattern("Left out: .*\\d+ of 600 SQL of revisions\\.");
    assertThat(html(project).length()).isLessThan(5_000_000);
  }

  @Test
  void a_database_is_asked_what_is_pending() throws Exception {
    TestProject project = shop().file("schema.yaml", "format: 1\ndialects: [sqlite, postgresql]\n");
    try (TestDatabase database = TestDatabases.fresh("sqlite")) {
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("c1", false, false));
      CommandResult result =
          new Review(project.workspace(database))
              .run(new Review.Request(ReviewFormat.HTML, null, null));
      assertThat(result.status()).isEqualTo(Status.OK);
      assertThat(result.report())
          .containsEntry("revisions", List.of("d1"))
          .hasEntrySatisfying("dialects", one -> assertThat(one.toString()).contains("sqlite"));
      parse(Objects.requireNonNull(result.output()));
      new Upgrade(project.workspace(database)).run(new Upgrade.Request("heads", false, false));
      CommandResult nothing =
          new Review(project.workspace(database))
              .run(new Review.Request(ReviewFormat.HTML, null, null));
      assertThat(nothing.messages().get(0)).contains("There is nothing to review.");
      parse(Objects.requireNonNull(nothing.output()));
    }
  }

  @Test
  void authors_are_those_of_git_and_since_takes_what_changed() throws Exception {
    TestProject project = shop();
    TestRepository repository = new TestRepository(folder);
    repository.commit("Ada Lovelace");
    project.revision("e1", "d1", "- add_column: {table: users, column: {name: x, type: text}}\n");
    repository.commit("Grace Hopper & Co");
    CommandResult result =
        new Review(project.workspace()).run(new Review.Request(ReviewFormat.HTML, "HEAD~1", null));
    assertThat(result.report()).containsEntry("revisions", List.of("e1"));
    assertThat(result.output())
        .contains("<dt>Author</dt><dd><bdi>Grace Hopper &amp; Co</bdi></dd>");
    assertThat(html(project)).contains("<bdi>Ada Lovelace</bdi>");
  }

  private static Document parse(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
