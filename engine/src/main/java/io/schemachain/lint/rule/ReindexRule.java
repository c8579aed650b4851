package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/** SQL builds an index anew while others wait. */
public final class ReindexRule extends Rule {
  public ReindexRule() {
    super(
        "reindex",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Writes wait, and reads as well as soon as they plan a query on the table, "
            + "until the index is built.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (RawWords statement : RawWords.of(site)) {
      if (site.dialect().name().equals("postgresql")
          && statement.starts("REINDEX")
          && !statement.words().contains("CONCURRENTLY")) {
        report
            .at(statement.site(), statement.beginning() + " builds it anew while others wait.")
            .fix(
                "Write REINDEX … CONCURRENTLY, in a revision with `transaction: false`; or create a new index and drop the old one, both with `strategy: online`.");
      }
    }
  }
}
