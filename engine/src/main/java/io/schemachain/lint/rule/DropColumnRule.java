package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Column;
import io.schemachain.operation.DropColumn;
import java.util.Optional;

/** A column with values of its own goes. */
public final class DropColumnRule extends Rule {
  public DropColumnRule() {
    super(
        "drop-column",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "Its values are gone, and no downgrade brings them back. A program that still names the"
            + " column fails from this moment on.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof DropColumn drop) || site.isNew(drop.table())) {
      return;
    }
    Optional<Column> column = site.column(drop.table(), drop.column());
    if (column.map(Column::computed).isPresent()) {
      return; // Its values can be computed again.
    }
    report
        .at(site, "The column " + drop.table() + "." + drop.column() + " is dropped.")
        .fix(
            "Release programs that no longer use it first, keep what is needed of its values, and"
                + " say in `suppress` that both are done.");
  }
}
