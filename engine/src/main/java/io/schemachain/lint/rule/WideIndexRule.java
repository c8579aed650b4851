package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Index;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateTable;

/** An index of many columns that is no key. */
public final class WideIndexRule extends Rule {
  private static final int MANY = 3;

  public WideIndexRule() {
    super(
        "wide-index",
        RuleGroup.DESIGN,
        Level.NOTE,
        "The columns behind the third rarely find rows, but each write of one of them changes the"
            + " index.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreateTable create
        && site.table(create.table().name()).isEmpty()) {
      create.table().indexes().forEach(index -> look(site, index, report));
    } else if (site.operation() instanceof CreateIndex create) {
      look(site, create.index(), report);
    }
  }

  private static void look(OperationSite site, Index index, Report report) {
    if (!index.unique() && index.parts().size() > MANY) {
      report
          .at(site, "The index " + index.name() + " has " + index.parts().size() + " columns.")
          .fix(
              "Keep those that find rows; what is only read goes to `include` where the database"
                  + " has that.");
    }
  }
}
