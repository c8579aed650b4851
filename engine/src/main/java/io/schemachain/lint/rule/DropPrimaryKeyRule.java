package io.schemachain.lint.rule;

import io.schemachain.lint.Guarantees;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.DropConstraint;

/** Nothing keeps the columns of a primary key unique any more. */
public final class DropPrimaryKeyRule extends Rule {
  public DropPrimaryKeyRule() {
    super(
        "drop-primary-key",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "Rows can be the same, replication and tools that go row by row stop, and "
            + "foreign keys to the table cannot be.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Guarantees.lost(site, PrimaryKey.class)
        .ifPresent(
            found -> {
              TableName table = ((DropConstraint) site.operation()).table();
              boolean hasOther =
                  site.revision().after().find(table).map(Table::primaryKey).isPresent();
              String columns = String.join(", ", found.columns());
              report
                  .at(
                      site,
                      hasOther
                          ? "Rows of " + table + " may from now on have the same " + columns + "."
                          : "The table " + table + " has no primary key any more.")
                  .fix("Create a key with the same columns in the same revision.");
            });
  }
}
