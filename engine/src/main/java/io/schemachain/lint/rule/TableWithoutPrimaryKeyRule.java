package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateTable;

/** A table of which no row can be named. */
public final class TableWithoutPrimaryKeyRule extends Rule {
  public TableWithoutPrimaryKeyRule() {
    super(
        "table-without-primary-key",
        RuleGroup.DESIGN,
        Level.WARNING,
        "Rows that are the same cannot be told apart, a backfill has nothing to go along, and"
            + " replication finds a row by reading all.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof CreateTable create)
        || site.table(create.table().name()).isPresent()) {
      return;
    }
    TableName name = create.table().name();
    boolean without =
        site.revision().after().find(name).stream().anyMatch(table -> table.primaryKey() == null);
    if (without) {
      report
          .at(site, "The table " + name + " has no primary key.")
          .fix(
              "Say `primary_key: true` at the columns that name a row, or add a column that numbers"
                  + " itself.");
    }
  }
}
