package io.schemachain.lint.rule;

import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;

/** A table is written anew so that a column has a certain place. */
public final class ColumnPositionRewritesRule extends Rule {
  public ColumnPositionRewritesRule() {
    super(
        "column-position-rewrites",
        RuleGroup.LOCKS,
        Level.WARNING,
        "The place of a column matters to nobody who names columns; the work grows with "
            + "the rows, and replicas lag behind.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    TableName table = null;
    String place = "alter-column/position";
    if (site.operation() instanceof AddColumn add && add.position() != null) {
      table = add.table();
      place = "add-column-in-place";
    } else if (site.operation() instanceof AlterColumn alter && alter.position() != null) {
      table = alter.table();
    }
    if (table == null) {
      return;
    }
    Cost cost = Cost.METADATA;
    Cost otherwise = Cost.METADATA;
    for (Effect effect : site.effects()) {
      if (effect.form().equals(place)) {
        cost = effect.cost();
      } else if (effect.cost().compareTo(otherwise) > 0) {
        otherwise = effect.cost();
      }
    }
    if (cost.compareTo(Cost.REWRITE) >= 0 && otherwise.compareTo(Cost.REWRITE) < 0) {
      report
          .at(site, "For the place of a column all rows of " + table + " are written anew.")
          .growsWith(table)
          .fix(
              place.equals("alter-column/position")
                  ? "Leave the column where it is: programs name columns."
                  : "Leave `after` and `first` out: at the end it takes a moment.");
    }
  }
}
