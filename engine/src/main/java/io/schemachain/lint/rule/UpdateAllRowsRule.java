package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.Condition;
import io.schemachain.operation.Row;
import io.schemachain.operation.Update;
import java.util.List;
import java.util.Optional;

/** A column gets the same new value in all rows. */
public final class UpdateAllRowsRule extends Rule {
  public UpdateAllRowsRule() {
    super(
        "update-all-rows",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "What the rows had before is gone, and no downgrade brings it back.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof Update update) {
      look(site, update.table(), update.set(), update.where(), report);
    } else if (site.operation() instanceof Backfill backfill) {
      look(site, backfill.table(), backfill.set(), backfill.where(), report);
    }
  }

  private static void look(
      OperationSite site, TableName name, Row set, Condition where, Report report) {
    Optional<Table> old = site.revision().before().find(name);
    if (!(where instanceof Condition.All) || old.isEmpty()) {
      return; // It is new: nothing was there before.
    }
    List<String> columns =
        set.columns().stream().filter(c -> old.get().column(c).isPresent()).toList();
    if (!columns.isEmpty()) {
      report
          .at(
              site,
              "What the rows of "
                  + name
                  + " had in "
                  + String.join(", ", columns)
                  + " is written over in all of them.")
          .fix(
              "Say by `where` which, such as those without a value; or write the new values to a"
                  + " column of their own.");
    }
  }
}
