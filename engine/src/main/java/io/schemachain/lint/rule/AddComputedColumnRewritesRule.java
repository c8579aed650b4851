package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AddColumn;

/** A stored computed column is added to a table in use. */
public final class AddComputedColumnRewritesRule extends Rule {
  public AddComputedColumnRewritesRule() {
    super("add-computed-column-rewrites", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AddColumn add) || add.column().computed() == null) {
      return;
    }
    Waiting.of(site, "add-column/")
        .ifPresent(
            waiting ->
                waiting
                    .draft(site, report, "To add " + add.table() + "." + add.column().name())
                    .fix(
                        "Add it with `stored: false` where the database has that, or fill a plain"
                            + " column in batches and keep it by a trigger."));
  }
}
