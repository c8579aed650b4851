package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/** SQL empties a table. */
public final class TruncateRule extends Rule {
  public TruncateRule() {
    super(
        "truncate",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "All rows are gone at once, without triggers and without a way back; with "
            + "CASCADE those of every table that refers to it, and of the next.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (RawWords statement : RawWords.of(site)) {
      if (statement.starts("TRUNCATE") && !statement.isOfNewTable()) {
        String more =
            statement.has("CASCADE") ? " with every table that refers to it, and so on" : "";
        report
            .at(statement.site(), statement.beginning() + " empties the table" + more + ".")
            .fix(
                "Delete the rows that have to go, by a `delete` that says which; or name each table"
                    + " and say in `suppress` that its rows may go.");
      }
    }
  }
}
