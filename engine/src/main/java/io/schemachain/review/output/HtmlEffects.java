package io.schemachain.review.output;

import static io.schemachain.review.output.HtmlText.code;
import static io.schemachain.review.output.HtmlText.tag;
import static io.schemachain.review.output.HtmlText.text;

import io.schemachain.fact.Lock;
import io.schemachain.picture.Text;
import io.schemachain.review.DialectCard;
import io.schemachain.review.LockLine;
import io.schemachain.review.Probe;
import io.schemachain.review.SchemaChange;
import java.util.Set;

/** What a revision does on one database: to others, to the schema, and what to ask before. */
final class HtmlEffects {
  /** A bar, in pixels. */
  private static final int BAR = 120;

  private static final String HEAVIEST = tag("warning", "heaviest");

  private final StringBuilder out;
  private final DialectCard one;

  private HtmlEffects(StringBuilder out, DialectCard one) {
    this.out = out;
    this.one = one;
  }

  static void write(StringBuilder out, DialectCard one) {
    HtmlEffects effects = new HtmlEffects(out, one);
    effects.locks();
    effects.changes();
    effects.probes();
    effects.notes();
  }

  private void heading(String words) {
    out.append("<h4>")
        .append(words)
        .append(" <span class=\"quiet\">on ")
        .append(text(one.dialect().title()));
    out.append("</span></h4>\n");
  }

  private void notes() {
    if (one.notes().isEmpty()) {
      return;
    }
    heading("Notes");
    out.append("<ul>\n");
    one.notes().forEach(note -> out.append("<li>").append(text(note)).append("</li>\n"));
    out.append("</ul>\n");
  }

  private void locks() {
    heading("Lock timeline");
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
        out.append("<td class=\"number\" data-name=\"Rows\">").append(line.rowsWord());
        out.append("</td>");
      }
      cell("Operation", code(line.operation()));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
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

  private void changes() {
    if (one.changes().isEmpty()) {
      return;
    }
    heading("Schema before and after");
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

  private void probes() {
    if (one.probes().isEmpty()) {
      return;
    }
    heading("Probes to run before");
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
