package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Column;
import io.schemachain.operation.AlterColumn;
import java.util.Optional;

/** A column with values of its own becomes a computed one. */
public final class ComputedOverValuesRule extends Rule {
  public ComputedOverValuesRule() {
    super(
        "computed-over-values",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "What the rows had is gone, and no downgrade brings it back.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter)
        || alter.computed().value() == null
        || site.isNew(alter.table())) {
      return;
    }
    Optional<Column> old = site.column(alter.table(), alter.column());
    if (old.isPresent() && old.get().computed() == null) {
      report
          .at(
              site,
              "The values of "
                  + alter.table()
                  + "."
                  + alter.column()
                  + " give way to computed ones.")
          .fix(
              "Add a computed column beside it, compare both, and drop the old one in a later"
                  + " revision.");
    }
  }
}
