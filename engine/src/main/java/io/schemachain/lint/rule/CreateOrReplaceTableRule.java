package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/** SQL drops a table, should it be there, to create it anew. */
public final class CreateOrReplaceTableRule extends Rule {
  public CreateOrReplaceTableRule() {
    super(
        "create-or-replace-table",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "Where the table is there, it goes with its rows, and nothing says so.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (RawWords statement : RawWords.of(site)) {
      if (statement.starts("CREATE OR REPLACE TABLE")) {
        report
            .at(statement.site(), statement.beginning() + " drops the table if it is there.")
            .fix("Create it by `create_table`; if it may be there, with `if_not_exists: true`.");
      }
    }
  }
}
