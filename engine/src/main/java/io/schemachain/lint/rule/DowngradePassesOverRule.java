package io.schemachain.lint.rule;

import io.schemachain.dialect.OperationStep;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.Inverse;
import io.schemachain.operation.Reversal;
import io.schemachain.revision.Downgrade;

/** A downgrade that leaves something as it is. */
public final class DowngradePassesOverRule extends Rule {
  public DowngradePassesOverRule() {
    super(
        "downgrade-passes-over",
        RuleGroup.GRAPH,
        Level.OFF,
        "Rows that were changed stay changed when the revision is undone.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.revision().step().revision().downgrade() instanceof Downgrade.Auto)) {
      return;
    }
    OperationStep step = site.planned().step();
    if (Inverse.of(step.operation(), step.before()) instanceof Reversal.PassedOver passed) {
      report
          .at(site, "The downgrade passes over " + passed.reason() + ".")
          .fix("Write a downgrade that does what is needed, or say why none is.");
    }
  }
}
