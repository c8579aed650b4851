package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.CreateUniqueConstraint;

/** The index of a unique constraint is built while others wait. */
public final class CreateUniqueConstraintBlocksRule extends Rule {
  public CreateUniqueConstraintBlocksRule() {
    super("create-unique-constraint-blocks", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreateUniqueConstraint create) {
      Waiting.of(site, "create-unique-constraint")
          .ifPresent(
              waiting ->
                  waiting.report(
                      site,
                      report,
                      "For " + create.constraint().name(),
                      "Build its index beside them"));
    }
  }
}
