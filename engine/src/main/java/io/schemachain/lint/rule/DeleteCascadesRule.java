package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.operation.Delete;

/** Rows of another table go with the rows that are deleted. */
public final class DeleteCascadesRule extends Rule {
  public DeleteCascadesRule() {
    super(
        "delete-cascades",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "A foreign key deletes them silently, and their foreign keys the next; nobody "
            + "counts them.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof Delete delete) || site.isNew(delete.table())) {
      return;
    }
    for (Table other : site.before().referringTo(delete.table())) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referredTable().key().equals(delete.table().key())
            && key.onDelete() == ReferentialAction.CASCADE
            && !site.isNew(other.name())) {
          report
              .at(
                  site,
                  "Rows of "
                      + other.name()
                      + " go with those of "
                      + delete.table()
                      + ": "
                      + key.name()
                      + " has `on_delete: cascade`.")
              .fix(
                  "Delete the rows of "
                      + other.name()
                      + " first, by a `delete` of their own that says which.");
        }
      }
    }
  }
}
