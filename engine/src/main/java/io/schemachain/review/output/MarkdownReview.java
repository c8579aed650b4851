package io.schemachain.review.output;

import static io.schemachain.review.output.MarkdownText.code;

import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import io.schemachain.review.Card;
import io.schemachain.review.DialectCard;
import io.schemachain.review.LockLine;
import io.schemachain.review.Probe;
import io.schemachain.review.ReviewDocument;
import io.schemachain.review.ReviewedDialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Of all, so that locks do not push out everything else. */
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
    section("### Findings", "findings", findings(), MOST - NOTE);
    section(null, "locks", locks(), MOST_LOCKS);
    section("### Lost", "losses", losses(), MOST - NOTE);
    section("### Ask before", "probes", probes(), MOST - NOTE);
    section("### SQL", "SQL of revisions", sql(), MOST - NOTE);
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

  /** A table for each dialect, its head with the first row. */
  private List<String> locks() {
    List<String> pieces = new ArrayList<>();
    for (ReviewedDialect dialect : review.dialects()) {
      String head =
          "\n### Locks on "
              + MarkdownText.of(dialect.title())
              + "\n\n| revision | operation | table | lock | blocks | statements | work |\n"
              + "|---|---|---|---|---|---|---|\n";
      for (Card card : review.cards()) {
        for (DialectCard one : card.dialects()) {
          if (one.dialect().equals(dialect)) {
            for (LockLine line : one.locks()) {
              pieces.add(head + row(card, line));
              head = "";
            }
          }
        }
      }
      if (!head.isEmpty()) {
        pieces.add(
            "\n### Locks on "
                + MarkdownText.of(dialect.title())
                + "\n\nNone that others notice.\n");
      }
    }
    return pieces;
  }

  private static String row(Card card, LockLine line) {
    String lock = code(line.lockWord());
    return "| "
        + String.join(
            " | ",
            code(card.id()),
            code(line.operation()),
            code(line.tableWord()),
            line.heaviest() ? "**" + lock + "**" : lock,
            line.blocked(),
            line.when(),
            MarkdownText.of(line.work())
                + (line.rows() == null
                    ? ""
                    : String.format(Locale.ROOT, ", %,d rows", line.rows())))
        + " |\n";
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
      Map<Probe, List<String>> asked = new LinkedHashMap<>();
      for (DialectCard one : card.dialects()) {
        for (Probe probe : one.probes()) {
          asked.computeIfAbsent(probe, key -> new ArrayList<>()).add(one.dialect().title());
        }
      }
      asked.forEach((probe, dialects) -> pieces.add(probe(card, probe, dialects)));
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

  private List<String> sql() {
    List<String> pieces = new ArrayList<>();
    for (Card card : review.cards()) {
      for (DialectCard one : card.dialects()) {
        pieces.add(
            "<details><summary>"
                + MarkdownText.html(card.title())
                + ", "
                + MarkdownText.html(one.dialect().title())
                + "</summary>\n\n"
                + "Checksum "
                + code(one.checksum())
                + ". "
                + one.reversibility().kind().word()
                + ". "
                + MarkdownText.of(String.join(" ", one.reversibility().remarks()))
                + "\n\n"
                + MarkdownText.block("sql", sql(one))
                + "\n</details>\n\n");
      }
    }
    return pieces;
  }

  private static String sql(DialectCard card) {
    StringBuilder sql = new StringBuilder();
    card.session().forEach(statement -> sql.append(statement.text()).append('\n'));
    for (DialectCard.Part part : card.parts()) {
      part.begin().forEach(line -> sql.append(line).append('\n'));
      for (DialectCard.PartOperation operation : part.operations()) {
        sql.append("-- ").append(operation.title().replaceAll("\\R", " ")).append('\n');
        operation.statements().forEach(one -> sql.append(one.text()).append('\n'));
      }
      part.end().forEach(line -> sql.append(line).append('\n'));
    }
    return sql.toString();
  }
}
