package io.schemachain.review.output;

import static io.schemachain.review.output.HtmlText.code;
import static io.schemachain.review.output.HtmlText.prose;
import static io.schemachain.review.output.HtmlText.tag;
import static io.schemachain.review.output.HtmlText.text;

import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import io.schemachain.picture.Text;
import io.schemachain.review.Card;
import io.schemachain.review.DialectCard;
import io.schemachain.review.Reversibility;
import io.schemachain.review.ReviewDocument;
import io.schemachain.review.ReviewedDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One revision as a part of the page. */
final class HtmlCard {
  private final StringBuilder out;
  private final Card card;
  private final List<ReviewedDialect> dialects;
  private final String id;

  private HtmlCard(StringBuilder out, Card card, List<ReviewedDialect> dialects) {
    this.out = out;
    this.card = card;
    this.dialects = dialects;
    this.id = Text.name(card.id());
  }

  static void write(StringBuilder out, Card card, List<ReviewedDialect> dialects) {
    new HtmlCard(out, card, dialects).write();
  }

  /** {@code 1 error}, {@code 2 warnings}, each in its frame. */
  static String counts(Card card) {
    List<String> tags = new ArrayList<>();
    for (Level level : List.of(Level.ERROR, Level.WARNING, Level.NOTE)) {
      long count =
          card.findings().stream()
              .filter(finding -> finding.suppressed() == null && finding.level() == level)
              .count();
      if (count > 0) {
        tags.add(tag(level.word(), ReviewDocument.words(count, level.word())));
      }
    }
    long accepted =
        card.findings().stream().filter(finding -> finding.suppressed() != null).count();
    if (accepted > 0) {
      tags.add(tag("note accepted", accepted + " accepted"));
    }
    return String.join(" ", tags);
  }

  // The parts

  private void write() {
    out.append("<article id=\"").append(id).append("\" aria-labelledby=\"").append(id);
    out.append("-h\">\n<h3 id=\"").append(id).append("-h\">").append(code(card.id()));
    if (card.message() != null) {
      out.append(' ').append(text(card.message()));
    }
    out.append("</h3>\n");
    about();
    findings();
    out.append("<div class=\"sides\">\n<section class=\"yaml\" aria-label=\"YAML of ");
    out.append(Text.xml(card.id())).append("\">\n<h4>YAML</h4>\n");
    block("Copy the YAML of " + card.id(), CodeHtml.yaml(card.yaml().stripTrailing()));
    out.append("</section>\n<div>\n");
    card.dialects().forEach(this::sql);
    out.append("</div>\n</div>\n");
    card.dialects().forEach(this::details);
    out.append("</article>\n");
  }

  private void about() {
    out.append("<dl class=\"about\">\n");
    entry("Author", text(String.join(", ", card.authors())));
    entry("File", code(card.file()));
    entry(
        "Builds on",
        card.parents().isEmpty()
            ? "nothing"
            : card.parents().stream().map(HtmlText::code).collect(Collectors.joining(", ")));
    entry(
        "Depends on",
        card.dependencies().stream().map(HtmlText::code).collect(Collectors.joining(", ")));
    entry("Checksum", one -> code(one.checksum()));
    entry("Rewrites", HtmlCard::rewrites);
    entry("Data loss", one -> one.losses().isEmpty() ? "none found" : sentences(one.losses()));
    entry("Reversibility", HtmlCard::reversibility);
    out.append("</dl>\n");
  }

  private void entry(String name, String content) {
    if (!content.isEmpty()) {
      out.append("<dt>").append(name).append("</dt><dd>").append(content).append("</dd>\n");
    }
  }

  /** Once where it is the same on every database. */
  private void entry(String name, Function<DialectCard, String> content) {
    if (card.dialects().stream().map(content).distinct().count() == 1) {
      entry(name, content.apply(card.dialects().get(0)));
      return;
    }
    for (DialectCard one : card.dialects()) {
      out.append("<dt").append(dialect(one)).append('>').append(name).append(", ");
      out.append(title(one)).append("</dt><dd").append(dialect(one)).append('>');
      out.append(content.apply(one)).append("</dd>\n");
    }
  }

  private static String sentences(List<String> sentences) {
    return text(String.join(" ", sentences));
  }

  private static String reversibility(DialectCard one) {
    Reversibility back = one.reversibility();
    return text(back.kind().word()) + ". " + sentences(back.remarks());
  }

  private static String rewrites(DialectCard one) {
    if (one.rewrites().isEmpty()) {
      return "none";
    }
    return one.rewrites().stream()
        .map(line -> HtmlText.work(line, line.workAndRows()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private String title(DialectCard one) {
    return text(one.dialect().title());
  }

  private String dialect(DialectCard one) {
    return " class=\"dialect d" + dialects.indexOf(one.dialect()) + "\"";
  }

  private void findings() {
    if (card.findings().isEmpty()) {
      return;
    }
    out.append("<section aria-label=\"Findings of ").append(Text.xml(card.id()));
    out.append("\">\n<h4>Findings</h4>\n");
    card.findings().forEach(this::finding);
    out.append("</section>\n");
  }

  private void finding(Finding finding) {
    String level = finding.level().word();
    boolean accepted = finding.suppressed() != null;
    out.append("<div class=\"finding f-").append(accepted ? "accepted" : level).append("\">\n<p>");
    out.append(tag(level + (accepted ? " accepted" : ""), accepted ? level + ", accepted" : level));
    out.append(" <strong>").append(prose(finding.message())).append("</strong> ");
    out.append("<a href=\"#rule-%1$s\">%1$s</a></p>\n".formatted(finding.rule().slug()));
    out.append("<p class=\"quiet\">").append(code(finding.location().toString()));
    if (!finding.dialects().isEmpty()) {
      out.append(" on ").append(text(String.join(", ", finding.dialects())));
    }
    out.append("</p>\n<p>").append(prose(finding.fix())).append("</p>\n");
    if (finding.suppressed() != null) {
      out.append("<p>Accepted: ").append(text(finding.suppressed().reason()));
      if (finding.suppressed().until() != null) {
        out.append(" (until ").append(text(finding.suppressed().until().toString())).append(')');
      }
      out.append("</p>\n");
    }
    if (finding.rewrite() != null) {
      out.append("<pre><code>").append(CodeHtml.yaml(finding.rewrite().stripTrailing()));
      out.append("</code></pre>\n");
    }
    out.append("</div>\n");
  }

  /**
   * @param content as HTML
   */
  private void block(String label, String content) {
    out.append("<div class=\"code\"><button type=\"button\" class=\"copy\" hidden=\"hidden\"");
    out.append(" aria-label=\"").append(Text.xml(label)).append("\">Copy</button><pre><code>");
    out.append(content).append("</code></pre></div>\n");
  }

  // SQL

  private void sql(DialectCard one) {
    out.append("<section").append(dialect(one)).append(" aria-label=\"SQL of ");
    out.append(Text.xml(card.id() + " for " + one.dialect().title())).append("\">\n<h4>SQL for ");
    out.append(title(one)).append("</h4>\n");
    StringBuilder code = new StringBuilder();
    if (!one.session().isEmpty()) {
      comment(code, "-- For the session:");
      one.session().forEach(statement -> statement(code, one, statement));
    }
    for (DialectCard.Part part : one.parts()) {
      part.begin().forEach(line -> line(code, CodeHtml.sql(line, one.dialect().lexis())));
      if (!part.transactional()) {
        comment(code, "-- No transaction holds these:");
      }
      for (DialectCard.PartOperation operation : part.operations()) {
        comment(code, "-- " + operation.title() + "  (" + operation.place() + ")");
        operation.statements().forEach(statement -> statement(code, one, statement));
      }
      part.end().forEach(line -> line(code, CodeHtml.sql(line, one.dialect().lexis())));
    }
    String label = "Copy the SQL of " + card.id() + " for " + one.dialect().title();
    block(label, code.toString().stripTrailing());
    out.append("</section>\n");
  }

  private static void statement(
      StringBuilder code, DialectCard one, DialectCard.Statement statement) {
    line(
        code,
        "<span class=\"s\" data-n=\""
            + statement.number()
            + "\">"
            + CodeHtml.sql(statement.text(), one.dialect().lexis())
            + "</span>");
  }

  private static void comment(StringBuilder code, String text) {
    line(code, "<span class=\"c\">" + CodeHtml.text(text.replaceAll("\\R", " ")) + "</span>");
  }

  private static void line(StringBuilder code, String html) {
    code.append(html).append('\n');
  }

  private void details(DialectCard one) {
    out.append("<section").append(dialect(one)).append(" aria-label=\"");
    out.append(Text.xml(card.id() + " on " + one.dialect().title())).append("\">\n");
    HtmlEffects.write(out, one);
    out.append("</section>\n");
  }
}
