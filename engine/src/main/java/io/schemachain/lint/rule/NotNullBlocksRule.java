package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AlterColumn;

/** A column is made NOT NULL while others wait for all rows to be looked at. */
public final class NotNullBlocksRule extends Rule {
  public NotNullBlocksRule() {
    super("not-null-blocks", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof AlterColumn alter) {
      Waiting.of(site, "alter-column/not-null")
          .ifPresent(
              waiting ->
                  waiting.report(
                      site,
                      report,
                      "To make " + alter.table() + "." + alter.column() + " NOT NULL",
                      "Do it beside them"));
    }
  }
}
