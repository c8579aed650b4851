package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.DetachPartition;
import io.schemachain.operation.DropPartition;
import java.util.List;

/** A partition goes with its rows. */
public final class DropPartitionRule extends Rule {
  public DropPartitionRule() {
    super(
        "drop-partition",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "Its rows are gone, and no downgrade brings them back.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof DropPartition drop) || site.isNew(drop.table())) {
      return;
    }
    report
        .at(
            site,
            "The partition "
                + drop.partition()
                + " of "
                + drop.table()
                + " is dropped with its rows.")
        .rewrite(List.of(new DetachPartition(drop.table(), drop.partition())))
        .fix(
            "Detach it: as a table of its own its rows can be looked at and kept, until a later"
                + " revision drops it.");
  }
}
