package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AddColumn;

/** A column that numbers the rows is added to a table in use. */
public final class AddIdentityColumnRewritesRule extends Rule {
  public AddIdentityColumnRewritesRule() {
    super(
        "add-identity-column-rewrites",
        RuleGroup.LOCKS,
        Level.WARNING,
        Waiting.WHY + " Replicas that run " + "the same statement may number the rows otherwise.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AddColumn add) || add.column().identity() == null) {
      return;
    }
    Waiting.of(site, "add-column/")
        .ifPresent(
            waiting ->
                waiting
                    .draft(site, report, "To add " + add.table() + "." + add.column().name())
                    .fix(
                        "Add a plain column, give the rows their numbers in batches from a sequence,"
                            + " and make it the key when all have one."));
  }
}
