package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import io.schemachain.picture.Entities;
import io.schemachain.picture.Graph;
import io.schemachain.plan.Bookkeeping;
import java.util.List;

/**
 * All that is told of some revisions, as values: what HTML and Markdown are written from.
 *
 * @param scope which revisions, for people: {@code pending on the database}
 * @param tool name and version of this tool
 * @param dialects in their order
 * @param picture the chain, or the part of it around the revisions
 * @param cards one for each revision, in the order in which they run
 * @param schema what there is afterwards, on the first of the dialects
 */
public record ReviewDocument(
    String scope,
    String tool,
    List<ReviewedDialect> dialects,
    Graph picture,
    List<Card> cards,
    Entities schema) {
  public ReviewDocument {
    requireNonNull(scope, "scope");
    requireNonNull(tool, "tool");
    dialects = List.copyOf(dialects);
    requireNonNull(picture, "picture");
    cards = List.copyOf(cards);
    requireNonNull(schema, "schema");
  }

  /** {@code Review of 3 revisions}. */
  public String title() {
    return "Review of " + (cards.size() == 1 ? "1 revision" : cards.size() + " revisions");
  }

  /** What rules found in all of them, what is accepted included. */
  public List<Finding> findings() {
    return cards.stream().flatMap(card -> card.findings().stream()).toList();
  }

  /** How many findings of a level nobody has accepted. */
  public long count(Level level) {
    return findings().stream()
        .filter(finding -> finding.suppressed() == null && finding.level() == level)
        .count();
  }

  /** What to think of it, in a sentence. */
  public String verdict() {
    if (cards.isEmpty()) {
      return "There is nothing to review.";
    }
    long errors = count(Level.ERROR);
    long warnings = count(Level.WARNING);
    if (errors > 0) {
      return "Should not go out like this: "
          + words(errors, "error")
          + (warnings > 0 ? " and " + words(warnings, "warning") : "")
          + ".";
    }
    return warnings > 0
        ? "Wants a decision: " + words(warnings, "warning") + "."
        : "No rule speaks against it.";
  }

  /**
   * Of all revisions on a dialect and of what they do there: the SHA-256 of a line for each, {@code
   * id checksum}, behind which its statements stand. The strategy of an operation is in no checksum
   * of a revision, but what is signed is the SQL.
   */
  public String checksum(ReviewedDialect dialect) {
    StringBuilder lines = new StringBuilder();
    for (Card card : cards) {
      for (DialectCard one : card.dialects()) {
        if (one.dialect().equals(dialect)) {
          lines.append(card.id()).append(' ').append(one.checksum()).append('\n');
          one.lines().forEach(line -> lines.append(line).append('\n'));
        }
      }
    }
    return Bookkeeping.fingerprint(lines.toString());
  }

  /** {@code 1 error}, {@code 2 errors}. */
  public static String words(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
