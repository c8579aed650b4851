package io.schemachain.review.output;

import static io.schemachain.review.output.MarkdownText.code;

import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import io.schemachain.picture.MermaidPicture;
import io.schemachain.review.Card;
import io.schemachain.review.DialectCard;
import io.schemachain.review.Probe;
import io.schemachain.review.ReviewDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A comment for a pull request. It begins with a marker by which it is found again and put anew,
 * and has fewer characters than GitHub takes: what matters less is left out, and named.
 */
public final class MarkdownReview {
  /** How the comment begins, whatever it says. */
  public static final String MARKER = "<!-- schemachain:review -->";

  /** What GitHub takes is one more. */
  public static final int MOST = 65_535;

  /** For the note of what is left out. */
  private static final int NOTE = 600;

  /** Of all, so that they do not push out everything else. */
  private static final int MOST_REVISIONS = 12_000;

  private static final int MOST_LOCKS = 28_000;

  private final ReviewDocument review;
  private final StringBuilder out = new StringBuilder();
  private final List<String> leftOut = new ArrayList<>();

  private MarkdownReview(ReviewDocument review) {
    this.review = review;
  }

  /** The whole comment, with LF line ends. */
  public static String of(ReviewDocument review) {
    MarkdownReview markdown = new MarkdownReview(review);
    markdown.write();
    return markdown.out.toString();
  }

  private void write() {
    out.append(MARKER).append("\n## Schema: ").append(review.verdict()).append("\n\n");
    out.append(MarkdownText.of(review.title() + ", " + review.scope()));
    out.append(" on ");
    out.append(
        review.dialects().stream()
            .map(d -> MarkdownText.of(d.title()))
            .collect(Collectors.joining(", ")));
    out.append(".\n");
    MarkdownTables tables = new MarkdownTables(review);
    section(null, "revisions in the table", tables.revisions(), MOST_REVISIONS);
    section(null, "pictures of the chain", List.of(chain()), MOST_REVISIONS);
    section("### Findings", "findings", findings(), MOST - NOTE);
    section(null, "locks", tables.locks(), MOST_LOCKS);
    section("### Data loss", "losses", losses(), MOST - NOTE);
    section("### Probes to run before", "probes", probes(), MOST - NOTE);
    section("### Checksum to sign against", "checksums", approval(), MOST - NOTE);
    section(null, "changes of the schema", tables.changes(), MOST - NOTE);
    section("### SQL", "SQL of revisions", MarkdownSql.of(review), MOST - NOTE);
    if (!leftOut.isEmpty()) {
      out.append("\n> A comment holds 65,536 characters. Left out: ");
      out.append(String.join(", ", leftOut));
      out.append(". All of it: `mvn schema:review -Dschema.output=target/review.html`\n");
    }
  }

  /**
   * As many of the pieces as there is room for, the first ones.
   *
   * @param heading null where the pieces have their own
   * @param most how long all may be with them
   */
  private void section(@Nullable String heading, String what, List<String> pieces, int most) {
    if (pieces.isEmpty()) {
      return;
    }
    int shown = 0;
    int before = out.length();
    out.append(heading == null ? "" : "\n" + heading + "\n\n");
    for (String piece : pieces) {
      if (out.length() + piece.length() > most) {
        break;
      }
      out.append(piece);
      shown++;
    }
    if (shown == 0) {
      out.setLength(before);
    }
    if (shown < pieces.size()) {
      leftOut.add((pieces.size() - shown) + " of " + pieces.size() + " " + what);
    }
  }

  // The pieces

  private String chain() {
    return "\n<details><summary>Chain</summary>\n\n"
        + MarkdownText.block("mermaid", MermaidPicture.of(review.picture()))
        + "\n</details>\n";
  }

  private List<String> approval() {
    return review.dialects().stream()
        .filter(dialect -> !review.cards().isEmpty())
        .map(d -> "- " + MarkdownText.of(d.title()) + ": " + code(review.checksum(d)) + "\n")
        .toList();
  }

  private List<String> findings() {
    return review.findings().stream()
        .sorted(
            Comparator.comparing((Finding finding) -> finding.suppressed() != null)
                .thenComparing(Finding::level, Comparator.reverseOrder()))
        .map(MarkdownReview::finding)
        .toList();
  }

  private static String finding(Finding finding) {
    StringBuilder line = new StringBuilder("- ");
    line.append(finding.suppressed() == null ? sign(finding.level()) : "accepted: ");
    line.append(MarkdownText.prose(finding.message()))
        .append(' ')
        .append(code(finding.rule().slug()));
    line.append(", ").append(code(finding.location().toString()));
    if (!finding.dialects().isEmpty()) {
      line.append(" on ").append(MarkdownText.of(String.join(", ", finding.dialects())));
    }
    line.append("<br>");
    line.append(
        finding.suppressed() == null
            ? MarkdownText.prose(finding.fix())
            : "Reason: " + MarkdownText.of(finding.suppressed().reason()));
    line.append('\n');
    if (finding.rewrite() != null && finding.suppressed() == null) {
      line.append('\n').append(MarkdownText.block("yaml", finding.rewrite()).indent(2));
    }
    return line.toString();
  }

  private static String sign(Level level) {
    return "**" + level.word() + "**: ";
  }

  private List<String> losses() {
    List<String> pieces = new ArrayList<>();
    for (Card card : review.cards()) {
      card.dialects().stream()
          .flatMap(one -> one.losses().stream())
          .distinct()
          .forEach(
              loss -> pieces.add("- [ ] " + code(card.id()) + ": " + MarkdownText.of(loss) + "\n"));
    }
    return pieces;
  }

  private List<String> probes() {
    List<String> pieces = new ArrayList<>();
    for (Card card : review.cards()) {
      MarkdownTables.onDialects(card, DialectCard::probes)
          .forEach((probe, dialects) -> pieces.add(probe(card, probe, dialects)));
    }
    return pieces;
  }

  private static String probe(Card card, Probe probe, List<String> dialects) {
    return "- "
        + code(card.id())
        + " on "
        + MarkdownText.of(String.join(", ", dialects))
        + ": "
        + MarkdownText.of(probe.question())
        + ", expected "
        + MarkdownText.of(probe.expected())
        + "\n\n"
        + MarkdownText.block("sql", probe.sql()).indent(2);
  }
}
