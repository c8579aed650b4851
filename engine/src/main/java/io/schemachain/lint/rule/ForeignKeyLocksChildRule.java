package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Unindexed;

/** On Oracle a foreign key without an index locks the whole table. */
public final class ForeignKeyLocksChildRule extends Rule {
  public ForeignKeyLocksChildRule() {
    super(
        "foreign-key-locks-child",
        RuleGroup.DESIGN,
        Level.WARNING,
        "Who deletes a row that could be referred to, or changes its key, locks the table that"
            + " refers to it against all writes.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!site.dialect().name().equals("oracle")) {
      return;
    }
    for (Unindexed key : Unindexed.of(site)) {
      report
          .at(
              site,
              "A DELETE in "
                  + key.key().referredTable()
                  + " locks all of "
                  + key.table()
                  + ": no index begins with "
                  + key
                  + ".")
          .fix("Add `index: true` to the column, or an index over the columns of the key.");
    }
  }
}
