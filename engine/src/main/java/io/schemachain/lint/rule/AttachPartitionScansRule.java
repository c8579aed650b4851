package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AttachPartition;

/** A table becomes a partition, and all its rows are looked at while others wait. */
public final class AttachPartitionScansRule extends Rule {
  public AttachPartitionScansRule() {
    super(
        "attach-partition-scans",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Whoever uses the table waits until the rows have been looked at. It takes "
            + "longer the more rows there are.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof AttachPartition attach) {
      Waiting.of(site, "attach-partition")
          .ifPresent(
              waiting ->
                  report
                      .at(
                          site,
                          "To attach "
                              + attach.partition().name()
                              + ", all its rows are read while "
                              + Waiting.who(waiting.effect())
                              + " wait.")
                      .growsWith(waiting.table())
                      .fix(
                          "Attach it while it is small, or create the partition empty and have programs"
                              + " write into it."));
    }
  }
}
