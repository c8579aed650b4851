package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AlterColumn;

/**
 * A column begins or ceases to number itself, for which the table is read or written anew while
 * others wait.
 */
public final class AlterIdentityRewritesRule extends Rule {
  public AlterIdentityRewritesRule() {
    super("alter-identity-rewrites", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof AlterColumn alter) {
      Waiting.of(site, "alter-column/identity")
          .ifPresent(
              waiting ->
                  waiting.report(
                      site, report, "For the numbers of " + alter.table() + "." + alter.column()));
    }
  }
}
