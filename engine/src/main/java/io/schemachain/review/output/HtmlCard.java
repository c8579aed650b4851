package io.schemachain.review.output;

import io.schemachain.fact.Lock;
import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import io.schemachain.picture.Text;
import io.schemachain.review.Card;
import io.schemachain.review.DialectCard;
import io.schemachain.review.LockLine;
import io.schemachain.review.Probe;
import io.schemachain.review.ReviewDocument;
import io.schemachain.review.ReviewedDialect;
import io.schemachain.review.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** One revision as a part of the page. */
final class HtmlCard {
  /** A bar, in pixels. */
  private static final int BAR = 120;

  private static final String HEAVIEST = "<span class=\"tag warning\">heaviest</span>";

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

  // Text

  /** Writing from right to left turns nothing around it. */
  static String text(String text) {
    return text.isEmpty() ? "" : "<bdi>" + CodeHtml.words(text) + "</bdi>";
  }

  /** Words with code between backticks. */
  private static String prose(String text) {
    String[] parts = text.split("`", -1);
    if (parts.length % 2 == 0) {
      return text(text);
    }
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      html.append(i % 2 == 0 ? text(parts[i]) : code(parts[i]));
    }
    return html.toString();
  }

  static String code(String text) {
    return text.isEmpty() ? "" : "<code>" + text(text) + "</code>";
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

  private static String tag(String style, String words) {
    return "<span class=\"tag " + style + "\">" + words + "</span>";
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
            : card.parents().stream().map(HtmlCard::code).collect(Collectors.joining(", ")));
    entry(
        "Depends on",
        card.dependencies().stream().map(HtmlCard::code).collect(Collectors.joining(", ")));
    for (DialectCard one : card.dialects()) {
      out.append("<dt").append(dialect(one)).append(">Checksum, ").append(title(one));
      out.append("</dt><dd").append(dialect(one)).append('>').append(code(one.checksum()));
      out.append("</dd>\n");
      out.append("<dt").append(dialect(one)).append(">Way back, ").append(title(one));
      out.append("</dt><dd").append(dialect(one)).append('>');
      out.append(text(one.reversibility().kind().word())).append(". ");
      out.append(text(String.join(" ", one.reversibility().remarks()))).append("</dd>\n");
    }
    out.append("</dl>\n");
  }

  private void entry(String name, String content) {
    if (!content.isEmpty()) {
      out.append("<dt>").append(name).append("</dt><dd>").append(content).append("</dd>\n");
    }
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

  // What it means

  private void details(DialectCard one) {
    out.append("<section")
        .append(dialect(one))
        .append(" aria-label=\"")
        .append(Text.xml(card.id()));
    out.append(" on ").append(Text.xml(one.dialect().title())).append("\">\n");
    locks(one);
    sentences("Lost", one, one.losses());
    changes(one);
    probes(one);
    sentences("Notes", one, one.notes());
    out.append("</section>\n");
  }

  private void heading(String words, DialectCard one) {
    out.append("<h4>").append(words).append(" <span class=\"quiet\">on ").append(title(one));
    out.append("</span></h4>\n");
  }

  private void sentences(String words, DialectCard one, List<String> sentences) {
    if (!sentences.isEmpty()) {
      heading(words, one);
      out.append("<ul>\n");
      sentences.forEach(line -> out.append("<li>").append(text(line)).append("</li>\n"));
      out.append("</ul>\n");
    }
  }

  private void locks(DialectCard one) {
    heading("Locks", one);
    if (one.locks().isEmpty()) {
      out.append("<p>None that others notice, and no table is read or written as a whole.</p>\n");
      return;
    }
    boolean sized = one.locks().stream().anyMatch(line -> line.rows() != null);
    out.append("<table class=\"cards\">\n<thead><tr><th scope=\"col\">Table</th>");
    out.append("<th scope=\"col\">Lock</th><th scope=\"col\">Blocks</th>");
    out.append("<th scope=\"col\">Statements</th><th scope=\"col\">Work</th>");
    out.append(sized ? "<th scope=\"col\">Rows</th>" : "");
    out.append("<th scope=\"col\">Operation</th></tr></thead>\n<tbody>\n");
    for (LockLine line : one.locks()) {
      out.append("<tr><th scope=\"row\">").append(code(line.tableWord())).append("</th>");
      cell("Lock", code(line.lockWord()) + (line.heaviest() ? " " + HEAVIEST : ""));
      cell("Blocks", line.blocked());
      cell("Statements", line.when() + bar(line, one.statements()));
      cell("Work", Text.xml(line.work()));
      if (sized) {
        out.append("<td class=\"number\" data-name=\"Rows\">").append(rows(line)).append("</td>");
      }
      cell("Operation", code(line.operation()));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private static String rows(LockLine line) {
    return line.rows() == null ? "" : String.format(Locale.ROOT, "%,d", line.rows());
  }

  private void cell(String name, String content) {
    out.append("<td data-name=\"").append(name).append("\">").append(content).append("</td>");
  }

  /** The words beside it say the same. */
  private static String bar(LockLine line, int statements) {
    int all = Math.max(1, statements);
    int x = (line.from() - 1) * BAR / all;
    int width = Math.max(4, line.to() * BAR / all - x);
    Set<Lock.Blocked> blocks = line.lock() == null ? Set.of() : line.lock().blocks();
    String style =
        blocks.contains(Lock.Blocked.READS)
            ? "b4"
            : blocks.contains(Lock.Blocked.WRITES) ? "b2" : blocks.isEmpty() ? "b0" : "b1";
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"bar\" aria-hidden=\"true\" width=\"%1$d\""
            + " height=\"10\" viewBox=\"0 0 %1$d 10\"><path class=\"track\" d=\"M0 5H%1$d\"/>"
            + "<rect class=\"%2$s\" x=\"%3$d\" width=\"%4$d\" height=\"10\" rx=\"2\"/></svg>")
        .formatted(BAR, style, x, Math.min(width, BAR - x));
  }

  private void changes(DialectCard one) {
    if (one.changes().isEmpty()) {
      return;
    }
    heading("Schema before and after", one);
    out.append("<table class=\"cards\">\n<thead><tr><th scope=\"col\">What</th>");
    out.append("<th scope=\"col\">Becomes</th><th scope=\"col\">Before</th>");
    out.append("<th scope=\"col\">After</th></tr></thead>\n<tbody>\n");
    for (SchemaChange change : one.changes()) {
      out.append("<tr><th scope=\"row\">").append(code(change.what())).append("</th>");
      cell("Becomes", change.kind().word());
      lines("Before", change.before());
      lines("After", change.after());
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private void lines(String name, String text) {
    out.append("<td class=\"lines\" data-name=\"").append(name).append("\">");
    out.append(text.isEmpty() ? "" : "<bdi>" + CodeHtml.text(text) + "</bdi>").append("</td>");
  }

  private void probes(DialectCard one) {
    if (one.probes().isEmpty()) {
      return;
    }
    heading("Ask before", one);
    out.append("<table class=\"cards\">\n<thead><tr><th scope=\"col\">Question</th>");
    out.append(
        "<th scope=\"col\">Query</th><th scope=\"col\">Expected</th></tr></thead>\n<tbody>\n");
    for (Probe probe : one.probes()) {
      out.append("<tr><th scope=\"row\">").append(text(probe.question())).append("</th>");
      cell("Query", "<code>" + CodeHtml.sql(probe.sql(), one.dialect().lexis()) + "</code>");
      cell("Expected", text(probe.expected()));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }
}
