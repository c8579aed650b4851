package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AlterColumn;

/** A column is computed otherwise, for which all rows are written anew while others wait. */
public final class AlterComputedRewritesRule extends Rule {
  public AlterComputedRewritesRule() {
    super("alter-computed-rewrites", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof AlterColumn alter) {
      Waiting.of(site, "alter-column/computed")
          .ifPresent(
              waiting ->
                  report
                      .at(
                          site,
                          "To compute "
                              + alter.table()
                              + "."
                              + alter.column()
                              + ", "
                              + waiting.sentence()
                              + ".")
                      .growsWith(alter.table())
                      .fix(
                          "Add a column that is not stored where the database has that, let programs"
                              + " change over, and drop the old one."));
    }
  }
}
