package io.schemachain.lint.rule;

import io.schemachain.lint.Guarantees;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Exclusion;
import io.schemachain.operation.DropConstraint;

/** Rows can overlap that could not before. */
public final class DropExcludeConstraintRule extends Rule {
  public DropExcludeConstraintRule() {
    super(
        "drop-exclude-constraint",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "From now on rows can conflict, such as two bookings of one room. To add it "
            + "again there must be no conflict.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Guarantees.lost(site, Exclusion.class)
        .ifPresent(
            found ->
                report
                    .at(
                        site,
                        "Rows of "
                            + ((DropConstraint) site.operation()).table()
                            + " may from now on conflict: "
                            + found.name()
                            + " is dropped.")
                    .fix(
                        "Drop it only where a program sees to it; to change it, create the new one in the same revision."));
  }
}
