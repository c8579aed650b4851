package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.CreatePartition;

/** A partition is created, and rows that may be its own are looked for while others wait. */
public final class CreatePartitionScansRule extends Rule {
  public CreatePartitionScansRule() {
    super(
        "create-partition-scans",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Whoever uses the table waits until the rows have been looked at. It takes "
            + "longer the more rows there are.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreatePartition create) {
      Waiting.of(site, "create-partition")
          .ifPresent(
              waiting ->
                  report
                      .at(
                          site,
                          "For the partition "
                              + create.partition().name()
                              + ", "
                              + waiting.sentence()
                              + ".")
                      .growsWith(create.table())
                      .fix(
                          "Create partitions before there are rows for them, and keep the one for all"
                              + " other values empty."));
    }
  }
}
