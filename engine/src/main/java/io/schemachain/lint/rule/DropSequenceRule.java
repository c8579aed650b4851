package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.ObjectKind;
import io.schemachain.operation.DropSequence;

/** A sequence goes with the number that it has come to. */
public final class DropSequenceRule extends Rule {
  public DropSequenceRule() {
    super(
        "drop-sequence",
        RuleGroup.DATA_LOSS,
        Level.NOTE,
        "Made again it begins anew, and gives numbers that rows already have.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof DropSequence drop)) {
      return;
    }
    boolean isOld = site.revision().before().find(ObjectKind.SEQUENCE, drop.name()).isPresent();
    if (isOld) {
      report
          .at(site, "The sequence " + drop.name() + " is dropped with the number it has come to.")
          .fix("Note the number, so that a sequence that takes its place can start there.");
    }
  }
}
