package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.CreateCheckConstraint;

/** A condition is checked on all rows while others wait. */
public final class CreateCheckConstraintBlocksRule extends Rule {
  public CreateCheckConstraintBlocksRule() {
    super("create-check-constraint-blocks", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreateCheckConstraint create) {
      Waiting.of(site, "create-check-constraint")
          .ifPresent(
              waiting ->
                  waiting.report(
                      site,
                      report,
                      "For " + create.check().name(),
                      "Create it first and check the rows beside them"));
    }
  }
}
