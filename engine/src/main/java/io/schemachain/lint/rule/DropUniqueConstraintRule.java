package io.schemachain.lint.rule;

import io.schemachain.lint.Guarantees;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.DropConstraint;

/** Two rows can have what only one could have. */
public final class DropUniqueConstraintRule extends Rule {
  public DropUniqueConstraintRule() {
    super(
        "drop-unique-constraint",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "From now on rows can have the same values, and an upsert on them fails or adds "
            + "a second row. To add it again there must be no duplicates.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Guarantees.lost(site, UniqueConstraint.class)
        .ifPresent(
            found ->
                report
                    .at(
                        site,
                        "Rows of "
                            + ((DropConstraint) site.operation()).table()
                            + " may from now on have the same "
                            + String.join(", ", found.columns())
                            + ": "
                            + found.name()
                            + " is dropped.")
                    .fix(
                        "Drop it only where another key or a program sees to it; to change a key, create the new one in the same revision."));
  }
}
