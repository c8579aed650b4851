package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.CreateExcludeConstraint;

/** The index of an exclude constraint is built while others wait. */
public final class CreateExcludeConstraintBlocksRule extends Rule {
  public CreateExcludeConstraintBlocksRule() {
    super("create-exclude-constraint-blocks", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreateExcludeConstraint create) {
      Waiting.of(site, "create-exclude-constraint")
          .ifPresent(waiting -> waiting.report(site, report, "For " + create.constraint().name()));
    }
  }
}
