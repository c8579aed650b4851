package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.ValidateConstraint;

/** A constraint is checked on all rows while others wait. */
public final class ValidateConstraintBlocksRule extends Rule {
  public ValidateConstraintBlocksRule() {
    super("validate-constraint-blocks", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof ValidateConstraint validate) {
      Waiting.of(site, "validate-constraint")
          .ifPresent(waiting -> waiting.report(site, report, "For " + validate.name()));
    }
  }
}
