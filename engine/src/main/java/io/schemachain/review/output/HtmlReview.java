package io.schemachain.review.output;

import static io.schemachain.review.output.HtmlText.code;
import static io.schemachain.review.output.HtmlText.text;

import io.schemachain.lint.Level;
import io.schemachain.lint.Rule;
import io.schemachain.picture.SvgPicture;
import io.schemachain.picture.Text;
import io.schemachain.review.Card;
import io.schemachain.review.DialectCard;
import io.schemachain.review.ReviewDocument;
import io.schemachain.review.ReviewedDialect;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A page for a browser or for paper, which needs nothing but itself. It is well-formed XML too. Its
 * one script makes the copy buttons work, which are not there without it.
 */
public final class HtmlReview {
  private static final String SCRIPT =
      """
      var said = document.querySelector('.said');
      var last;
      document.querySelectorAll('.copy').forEach(function (button) {
        button.hidden = false;
        button.addEventListener('click', function () {
          var range = document.createRange();
          range.selectNodeContents(button.parentNode.querySelector('pre'));
          var selection = window.getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
          if (last) {
            last.textContent = 'Copy';
          }
          last = button;
          button.textContent = document.execCommand('copy') ? 'Copied' : 'Selected';
          said.textContent = button.textContent + '. ' + button.getAttribute('aria-label');
        });
      });
      """;

  private final ReviewDocument review;
  private final StringBuilder out = new StringBuilder(1 << 16);

  private HtmlReview(ReviewDocument review) {
    this.review = review;
  }

  /** The whole page, with LF line ends. */
  public static String of(ReviewDocument review) {
    HtmlReview html = new HtmlReview(review);
    html.page();
    return html.out.toString();
  }

  private void page() {
    String title = Text.xml(review.title());
    out.append(
        """
        <!DOCTYPE html>
        <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>%1$s</title>
        <style>
        %2$s</style>
        </head>
        <body>
        <a class="skip" href="#revisions">Skip to the revisions</a>
        <header>
        <h1>%1$s</h1>
        <p class="quiet">The revisions are %3$s, on %7$s. Made by %4$s; no database was changed.</p>
        <p class="verdict %5$s">%6$s</p>
        </header>
        """
            .formatted(
                title,
                HtmlReviewStyle.css(review.dialects().size()),
                text(review.scope()),
                text(review.tool()),
                verdictStyle(),
                Text.xml(review.verdict()),
                review.dialects().stream()
                    .map(one -> text(one.title()))
                    .collect(Collectors.joining(", "))));
    out.append("<main>\n");
    chooser();
    contents();
    summary();
    chain();
    out.append("<section aria-labelledby=\"revisions\">\n<h2 id=\"revisions\">Revisions</h2>\n");
    if (review.cards().isEmpty()) {
      out.append("<p>There are none.</p>\n");
    }
    out.append(
        """
        <p class="quiet">The SQL is what a run sends, without the rows that Schemachain keeps of it; \
        <code>mvn schema:plan</code> prints the script with them. Statements are numbered, and the \
        locks name these numbers.</p>
        """);
    for (Card card : review.cards()) {
      HtmlCard.write(out, card, review.dialects());
    }
    out.append("</section>\n");
    HtmlSchema.write(out, review.schema());
    rules();
    approval();
    out.append("<p class=\"said\" role=\"status\"></p>\n</main>\n<script>\n")
        .append(SCRIPT)
        .append("</script>\n</body>\n</html>\n");
  }

  private String verdictStyle() {
    return review.count(Level.ERROR) > 0
        ? "error"
        : review.count(Level.WARNING) > 0 ? "warning" : "ok";
  }

  /** Radio buttons, which CSS alone understands. */
  private void chooser() {
    if (review.dialects().size() < 2) {
      return;
    }
    out.append("<fieldset>\n<legend>Database</legend>\n");
    for (int i = 0; i < review.dialects().size(); i++) {
      out.append("<label><input type=\"radio\" name=\"dialect\" id=\"d").append(i).append('"');
      out.append(i == 0 ? " checked=\"checked\"" : "").append("/> ");
      out.append(text(review.dialects().get(i).title())).append("</label>\n");
    }
    out.append("<label><input type=\"radio\" name=\"dialect\" id=\"dall\"/> all</label>\n");
    out.append("</fieldset>\n");
  }

  /** The summary leads to the revisions, of which there may be many. */
  private void contents() {
    out.append(
        "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\" class=\"unseen\">Contents</h2>\n<ol>\n");
    for (String name : List.of("Summary", "Chain", "Revisions")) {
      item("#" + name.toLowerCase(Locale.ROOT), name);
    }
    item("#schema", "Schema afterwards");
    if (!review.findings().isEmpty()) {
      item("#rules", "Rules");
    }
    item("#approval", "Approval");
    out.append("</ol>\n</nav>\n");
  }

  private void item(String target, String words) {
    out.append("<li><a href=\"").append(target).append("\">").append(text(words));
    out.append("</a></li>\n");
  }

  // Summary

  private void summary() {
    out.append("<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">Summary</h2>\n");
    out.append(
        """
        <table class="cards">
        <caption>What each revision asks of the others who use the database</caption>
        <thead><tr><th scope="col">Revision</th><th scope="col">Heaviest lock</th><th scope="col">Work</th>\
        <th scope="col">Data loss</th><th scope="col">Findings</th><th scope="col">Reversibility</th></tr></thead>
        <tbody>
        """);
    for (Card card : review.cards()) {
      out.append("<tr><th scope=\"row\"><a href=\"#").append(Text.name(card.id())).append("\">");
      out.append(text(card.title())).append("</a></th>");
      cell("Heaviest lock", card, HtmlReview::heaviest);
      cell("Work", card, HtmlReview::work);
      cell(
          "Data loss",
          card,
          one -> one.losses().isEmpty() ? "" : text(String.join(" ", one.losses())));
      out.append("<td data-name=\"Findings\">").append(HtmlCard.counts(card)).append("</td>");
      cell("Reversibility", card, one -> text(one.reversibility().kind().word()));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n</section>\n");
  }

  private interface Cell {
    /** Of a dialect, as HTML. */
    String of(DialectCard card);
  }

  private void cell(String name, Card card, Cell content) {
    out.append("<td data-name=\"").append(name).append("\">");
    for (DialectCard one : card.dialects()) {
      String html = content.of(one);
      if (!html.isEmpty()) {
        out.append("<div class=\"dialect d").append(review.dialects().indexOf(one.dialect()));
        out.append("\">").append(html).append("</div>");
      }
    }
    out.append("</td>");
  }

  private static String heaviest(DialectCard card) {
    return card.heaviest()
        .map(
            line ->
                code(line.lockWord())
                    + " on "
                    + (line.table() == null ? "what is not known" : code(line.tableWord()))
                    + ", blocks "
                    + line.blocked())
        .orElse("none that stops reads or writes");
  }

  private static String work(DialectCard card) {
    return card.work().stream()
        .map(line -> HtmlText.work(line, line.work()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private void chain() {
    out.append("<section aria-labelledby=\"chain\">\n<h2 id=\"chain\">Chain</h2>\n");
    out.append("<div class=\"picture\" tabindex=\"0\" role=\"group\" aria-label=\"Chain\">\n");
    out.append(SvgPicture.embedded(review.picture())).append("</div>\n</section>\n");
  }

  // Rules, approval

  private void rules() {
    List<Rule> rules =
        review.findings().stream()
            .map(finding -> finding.rule())
            .distinct()
            .sorted(Comparator.comparing(Rule::slug))
            .toList();
    if (rules.isEmpty()) {
      return;
    }
    out.append(
        "<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">Rules</h2>\n<dl class=\"rules\">\n");
    for (Rule rule : rules) {
      out.append("<dt id=\"rule-%1$s\"><code>%1$s</code></dt>".formatted(rule.slug()));
      out.append("<dd>").append(text(rule.why()));
      out.append(" Page: <code>docs/rules/").append(rule.slug()).append(".md</code></dd>\n");
    }
    out.append("</dl>\n</section>\n");
  }

  private void approval() {
    out.append("<section aria-labelledby=\"approval\">\n<h2 id=\"approval\">Approval</h2>\n");
    out.append(
        """
        <p>A signature is for the revisions and the SQL as they are here. The checksum to sign against \
        changes with each statement; who has the files makes this review again and compares it. That \
        of a revision is the one that a run writes into the version table.</p>
        """);
    for (int i = 0; i < review.dialects().size() && !review.cards().isEmpty(); i++) {
      ReviewedDialect dialect = review.dialects().get(i);
      out.append("<div class=\"approval dialect d").append(i).append("\">\n<h3>");
      out.append(text(dialect.title())).append("</h3>\n<p>Checksum to sign against: ");
      out.append(code(review.checksum(dialect))).append("</p>\n");
      out.append("<p class=\"sign\"><span>Name</span><span>Date</span>");
      out.append("<span>Signature</span></p>\n<ul>\n");
      for (Card card : review.cards()) {
        for (DialectCard one : card.dialects()) {
          if (one.dialect().equals(dialect)) {
            out.append("<li>").append(code(card.id())).append(' ').append(code(one.checksum()));
            out.append("</li>\n");
          }
        }
      }
      out.append("</ul>\n</div>\n");
    }
    out.append("</section>\n");
  }
}
