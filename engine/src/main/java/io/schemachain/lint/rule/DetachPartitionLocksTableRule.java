package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.DetachPartition;

/** A partition is detached from a table in use. */
public final class DetachPartitionLocksTableRule extends Rule {
  public DetachPartitionLocksTableRule() {
    super(
        "detach-partition-locks-table",
        RuleGroup.LOCKS,
        Level.NOTE,
        "It takes a moment, but first waits for all who use the partitioned table, and "
            + "everybody else waits behind it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof DetachPartition detach) {
      site.effects().stream()
          .filter(Waiting::blocksRows)
          .findFirst()
          .ifPresent(
              effect ->
                  report
                      .at(
                          site,
                          "While "
                              + detach.partition()
                              + " is detached, "
                              + Waiting.who(effect)
                              + " wait.")
                      .growsWith(detach.table())
                      .fix(
                          "Keep it apart from work that takes long, and set `lockTimeout`, so that it"
                              + " gives up rather than have others queue."));
    }
  }
}
