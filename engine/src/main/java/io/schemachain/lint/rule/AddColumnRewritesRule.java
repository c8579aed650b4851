package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AddColumn;

/** A column is added, and the database writes the whole table for it, whatever the column is. */
public final class AddColumnRewritesRule extends Rule {
  public AddColumnRewritesRule() {
    super("add-column-rewrites", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof AddColumn add) {
      Waiting.of(site, "add-column")
          .filter(waiting -> waiting.effect().form().equals("add-column"))
          .ifPresent(
              waiting ->
                  waiting.report(
                      site, report, "To add " + add.table() + "." + add.column().name()));
    }
  }
}
