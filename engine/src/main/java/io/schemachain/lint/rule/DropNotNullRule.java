package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.AlterColumn;

/** A column takes NULL that did not. */
public final class DropNotNullRule extends Rule {
  public DropNotNullRule() {
    super(
        "drop-not-null",
        RuleGroup.COMPATIBILITY,
        Level.WARNING,
        "Programs that read it do not expect NULL, and fail with the first row that has " + "it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter)
        || !Boolean.TRUE.equals(alter.nullable())
        || site.isNew(alter.table())) {
      return;
    }
    boolean hadNone =
        site.column(alter.table(), alter.column()).filter(old -> !old.nullable()).isPresent();
    if (hadNone) {
      report
          .at(
              site,
              "Readers of " + alter.table() + "." + alter.column() + " meet NULL from now on.")
          .fix("Release programs that can read it first, and say in `suppress` that they are out.");
    }
  }
}
