package io.schemachain.lint.rule;

import io.schemachain.lint.Guarantees;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Check;
import io.schemachain.operation.DropConstraint;

/** A condition no longer holds for every row. */
public final class DropCheckConstraintRule extends Rule {
  public DropCheckConstraintRule() {
    super(
        "drop-check-constraint",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "From now on rows can have values that programs do not expect. To add it again "
            + "all rows have to be right.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Guarantees.lost(site, Check.class)
        .ifPresent(
            found ->
                report
                    .at(
                        site,
                        "Nothing keeps the condition "
                            + found.sql()
                            + " of "
                            + ((DropConstraint) site.operation()).table()
                            + " true: "
                            + found.name()
                            + " is dropped.")
                    .fix(
                        "Drop it only where a program sees to it; to change a condition, create the new one in the same revision."));
  }
}
