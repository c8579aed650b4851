package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DataType.Enumeration;
import io.schemachain.model.Value;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.Condition;
import io.schemachain.operation.Delete;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.Update;
import java.util.List;

/** An enum type loses a value that rows may have. */
public final class DropEnumValueRule extends Rule {
  public DropEnumValueRule() {
    super(
        "drop-enum-value",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "Rows that have the value keep the change from being made, or lose it; programs "
            + "that write it fail from this moment on.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof DropValue drop) {
      boolean used =
          site.before().usingType(drop.type()).stream().anyMatch(t -> !site.isNew(t.name()));
      if (used) {
        look(site, List.of(drop.value()), "the type " + drop.type(), report);
      }
    } else if (site.operation() instanceof AlterColumn alter
        && alter.type() instanceof Enumeration now
        && !site.isNew(alter.table())) {
      DataType old = site.column(alter.table(), alter.column()).map(Column::type).orElse(now);
      if (old instanceof Enumeration before) {
        List<String> gone =
            before.values().stream().filter(value -> !now.values().contains(value)).toList();
        look(site, gone, alter.table() + "." + alter.column(), report);
      }
    }
  }

  private static void look(OperationSite site, List<String> gone, String where, Report report) {
    for (String value : gone) {
      if (!isReplaced(site, value)) {
        report
            .at(
                site,
                "Rows that have the value '"
                    + value
                    + "' stand in the way: "
                    + where
                    + " loses it.")
            .fix("Give these rows another value first, by an `update` in the same revision.");
      }
    }
  }

  /** Whether an operation before it gives rows with the value another one. */
  private static boolean isReplaced(OperationSite site, String value) {
    return site.revision().operations().stream()
        .filter(other -> other.index() < site.index())
        .map(OperationSite::operation)
        .anyMatch(
            operation ->
                (operation instanceof Update update && names(update.where(), value))
                    || (operation instanceof Backfill backfill && names(backfill.where(), value))
                    || (operation instanceof Delete delete && names(delete.where(), value)));
  }

  private static boolean names(Condition where, String value) {
    if (where instanceof Condition.Sql sql) {
      return sql.sql().contains("'" + value + "'");
    }
    return !(where instanceof Condition.Equal equal)
        || equal.values().values().contains(new Value.Text(value));
  }
}
