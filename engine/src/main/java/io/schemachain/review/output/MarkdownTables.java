package io.schemachain.review.output;

import static io.schemachain.review.output.MarkdownText.code;

import io.schemachain.review.Card;
import io.schemachain.review.DialectCard;
import io.schemachain.review.LockLine;
import io.schemachain.review.ReviewDocument;
import io.schemachain.review.ReviewedDialect;
import io.schemachain.review.SchemaChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in tables, in pieces of a row each; the head of a table is in its first row. */
final class MarkdownTables {
  private final ReviewDocument review;

  MarkdownTables(ReviewDocument review) {
    this.review = review;
  }

  List<String> revisions() {
    List<String> pieces = new ArrayList<>();
    String head =
        "\n| revision | message | author | rewrites | reversibility |\n|---|---|---|---|---|\n";
    for (Card card : review.cards()) {
      pieces.add(
          head
              + "| "
              + String.join(
                  " | ",
                  code(card.id()),
                  MarkdownText.of(card.message() == null ? "" : card.message()),
                  MarkdownText.of(String.join(", ", card.authors())),
                  each(
                      card,
                      one ->
                          one.rewrites().stream()
                              .map(
                                  l ->
                                      (l.table() == null ? "" : code(l.table()) + ": ")
                                          + MarkdownText.of(l.work()))),
                  each(card, one -> Stream.of(one.reversibility().kind().word())))
              + " |\n");
      head = "";
    }
    return pieces;
  }

  /** What is so on any of its databases, each once. */
  private static String each(Card card, Function<DialectCard, Stream<String>> words) {
    String all =
        card.dialects().stream().flatMap(words).distinct().collect(Collectors.joining("; "));
    return all.isEmpty() ? "none" : all;
  }

  /** A table for each dialect. */
  List<String> locks() {
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
            MarkdownText.of(line.workAndRows()))
        + " |\n";
  }

  /** What is the same on several databases stands once. */
  List<String> changes() {
    List<String> pieces = new ArrayList<>();
    String head =
        "\n### Schema before and after\n\n| revision | what | becomes | before | after | on |\n"
            + "|---|---|---|---|---|---|\n";
    for (Card card : review.cards()) {
      for (var change : onDialects(card, DialectCard::changes).entrySet()) {
        pieces.add(head + row(card, change.getKey(), change.getValue()));
        head = "";
      }
    }
    return pieces;
  }

  private static String row(Card card, SchemaChange change, List<String> dialects) {
    return "| "
        + String.join(
            " | ",
            code(card.id()),
            code(change.what()),
            change.kind().word(),
            lines(change.before()),
            lines(change.after()),
            MarkdownText.of(String.join(", ", dialects)))
        + " |\n";
  }

  private static String lines(String text) {
    return text.lines().map(MarkdownText::code).collect(Collectors.joining("<br>"));
  }

  /** Each thing with the databases on which it is so. */
  static <T> Map<T, List<String>> onDialects(Card card, Function<DialectCard, List<T>> things) {
    Map<T, List<String>> dialects = new LinkedHashMap<>();
    for (DialectCard one : card.dialects()) {
      for (T thing : things.apply(one)) {
        dialects.computeIfAbsent(thing, key -> new ArrayList<>()).add(one.dialect().title());
      }
    }
    return dialects;
  }
}
