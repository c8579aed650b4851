package io.schemachain.review.output;

import static io.schemachain.review.output.MarkdownText.code;

import io.schemachain.review.Card;
import io.schemachain.review.DialectCard;
import io.schemachain.review.ReviewDocument;
import java.util.ArrayList;
import java.util.List;

/** The SQL of revisions, folded. */
final class MarkdownSql {
  private MarkdownSql() {}

  /** A piece for each revision and database. */
  static List<String> of(ReviewDocument review) {
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
