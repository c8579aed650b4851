package io.schemachain.lint.rule;

import io.schemachain.lint.Guarantees;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.ForeignKey;
import io.schemachain.operation.DropConstraint;

/** Nothing keeps rows from referring to none. */
public final class DropForeignKeyRule extends Rule {
  public DropForeignKeyRule() {
    super(
        "drop-foreign-key",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "From now on rows can refer to rows that are not there, and deletes no longer "
            + "do what the key said. To add it again all rows have to be right.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Guarantees.lost(site, ForeignKey.class)
        .ifPresent(
            found ->
                report
                    .at(
                        site,
                        "Rows of "
                            + ((DropConstraint) site.operation()).table()
                            + " may from now on refer to rows that are not there: "
                            + found.name()
                            + " is dropped.")
                    .fix(
                        "Drop it only where a program or another key sees to it; to change a key, create the new one in the same revision."));
  }
}
