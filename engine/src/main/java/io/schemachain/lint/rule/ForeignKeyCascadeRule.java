package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateTable;

/** Rows go, or change, with others. */
public final class ForeignKeyCascadeRule extends Rule {
  public ForeignKeyCascadeRule() {
    super(
        "foreign-key-cascade",
        RuleGroup.DESIGN,
        Level.OFF,
        "One DELETE takes any number of rows of other tables with it, in one transaction, and no"
            + " program sees it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreateForeignKey create) {
      look(site, create.foreignKey(), report);
    } else if (site.operation() instanceof CreateTable create
        && site.table(create.table().name()).isEmpty()) {
      create.table().foreignKeys().forEach(key -> look(site, key, report));
    }
  }

  private static void look(OperationSite site, ForeignKey key, Report report) {
    if (key.onDelete() == ReferentialAction.CASCADE) {
      report
          .at(site, key.name() + " deletes rows with those of " + key.referredTable() + ".")
          .fix("Leave `on_delete` out, and delete the rows where it is decided that they go.");
    }
  }
}
