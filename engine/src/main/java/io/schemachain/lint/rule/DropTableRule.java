package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.DropTable;

/** A table goes with its rows. */
public final class DropTableRule extends Rule {
  public DropTableRule() {
    super(
        "drop-table",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "Its rows are gone, and no downgrade brings them back. A program that still "
            + "names the table fails from this moment on.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof DropTable drop) || site.isNew(drop.table())) {
      return;
    }
    report
        .at(site, "The table " + drop.table() + " is dropped with its rows.")
        .fix(
            "Release programs that no longer use it first, keep a copy of what is needed of its rows,"
                + " and say in `suppress` that both are done.");
  }
}
