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
        "Whoever wants to change a row waits until it is done, and who comes later "
            + "waits behind them. It takes longer the more rows there are. Replicas that run "
            + "the same statement may number the rows otherwise.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AddColumn add) || !(add.column().identity() != null)) {
      return;
    }
    Waiting.of(site, "add-column/")
        .ifPresent(
            waiting ->
                report
                    .at(
                        site,
                        "To add "
                            + add.table()
                            + "."
                            + add.column().name()
                            + ", "
                            + waiting.sentence()
                            + ".")
                    .growsWith(add.table())
                    .fix(
                        "Add a plain column, give the rows their numbers in batches from a sequence,"
                            + " and make it the key when all have one."));
  }
}
