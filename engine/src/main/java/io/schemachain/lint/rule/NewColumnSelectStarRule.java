package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.AddColumn;

/** A column more than programs count on. */
public final class NewColumnSelectStarRule extends Rule {
  public NewColumnSelectStarRule() {
    super(
        "new-column-select-star",
        RuleGroup.COMPATIBILITY,
        Level.OFF,
        "A program that reads or writes columns by their place meets one that it does not know, and"
            + " on PostgreSQL a prepared `SELECT *` fails once.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof AddColumn add && !site.isNew(add.table())) {
      report
          .at(
              site,
              "`SELECT *` and `INSERT` without names meet a column more in " + add.table() + ".")
          .fix("Name the columns in the programs.");
    }
  }
}
