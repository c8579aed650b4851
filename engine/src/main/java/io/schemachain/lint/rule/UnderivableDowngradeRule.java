package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.Inverse;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Reversal;
import io.schemachain.plan.PlannedOperation;
import io.schemachain.revision.Downgrade;

/** A revision cannot be undone, and does not say so. */
public final class UnderivableDowngradeRule extends Rule {
  public UnderivableDowngradeRule() {
    super(
        "underivable-downgrade",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "Whoever has to go back learns it in the middle of the night from an error.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    if (!(site.step().revision().downgrade() instanceof Downgrade.Auto)) {
      return;
    }
    for (PlannedOperation planned : site.step().operations()) {
      Operation operation = planned.step().operation();
      if (Inverse.of(operation, planned.step().before()) instanceof Reversal.Unknown) {
        site.operations().stream()
            .filter(one -> one.planned().equals(planned))
            .findFirst()
            .ifPresent(
                one ->
                    report
                        .at(
                            one,
                            "Nothing is known that undoes it, so the revision has no downgrade.")
                        .fix("Write a `downgrade`, or `downgrade: {irreversible: <reason>}`."));
      }
    }
  }
}
