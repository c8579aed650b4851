package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.AlterColumn;

/** A column may be NULL from now on. */
public final class DropNotNullRule extends Rule {
  public DropNotNullRule() {
    super(
        "drop-not-null",
        RuleGroup.COMPATIBILITY,
        Level.NOTE,
        "A program that has always found a value there may not be ready for none.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof AlterColumn alter
        && Boolean.TRUE.equals(alter.nullable())
        && !site.isNew(alter.table())
        && site.column(alter.table(), alter.column()).filter(one -> !one.nullable()).isPresent()) {
      report
          .at(site, alter.table() + "." + alter.column() + " may be NULL from now on.")
          .fix("Release programs that can read NULL before any of them writes it.");
    }
  }
}
