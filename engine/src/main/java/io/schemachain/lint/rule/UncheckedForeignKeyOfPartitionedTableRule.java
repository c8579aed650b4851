package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Table;
import io.schemachain.operation.CreateForeignKey;

/** A partitioned table is to have a foreign key that is not checked, which its server refuses. */
public final class UncheckedForeignKeyOfPartitionedTableRule extends Rule {
  public UncheckedForeignKeyOfPartitionedTableRule() {
    super(
        "unchecked-foreign-key-of-partitioned-table",
        RuleGroup.LOCKS,
        Level.ERROR,
        "PostgreSQL has NOT VALID there from version 18 on, and fails before.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.dialect().name().equals("postgresql")
        && !site.dialect().version().atLeast(18, 0)
        && site.operation() instanceof CreateForeignKey create
        && !create.foreignKey().validated()
        && site.table(create.table()).map(Table::partitioning).isPresent()) {
      report
          .at(
              site,
              create.foreignKey().name()
                  + " of the partitioned table "
                  + create.table()
                  + " cannot be created without a look at the rows.")
          .fix(
              "Leave `not_valid` out and choose a time when nobody writes; or name the version with the"
                  + " database, `postgresql:18`, where it is that or newer.");
    }
  }
}
