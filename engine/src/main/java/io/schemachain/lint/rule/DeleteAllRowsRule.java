package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.Condition;
import io.schemachain.operation.Delete;

/** All rows of a table are deleted. */
public final class DeleteAllRowsRule extends Rule {
  public DeleteAllRowsRule() {
    super(
        "delete-all-rows",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "The rows are gone, and no downgrade brings them back.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof Delete delete
        && delete.where() instanceof Condition.All
        && !site.isNew(delete.table())) {
      report
          .at(site, "All rows of " + delete.table() + " are deleted.")
          .growsWith(delete.table())
          .fix(
              "Say by `where` which, or keep a copy of them and say in `suppress` that they may"
                  + " go.");
    }
  }
}
