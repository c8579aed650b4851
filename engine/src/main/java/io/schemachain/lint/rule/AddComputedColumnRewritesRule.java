package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AddColumn;

/** A stored computed column is added to a table in use. */
public final class AddComputedColumnRewritesRule extends Rule {
  public AddComputedColumnRewritesRule() {
    super(
        "add-computed-column-rewrites",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Whoever wants to change a row waits until it is done, and who comes later "
            + "waits behind them. It takes longer the more rows there are.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AddColumn add) || !(add.column().computed() != null)) {
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
                        "Add it with `stored: false` where the database has that, or fill a plain"
                            + " column in batches and keep it by a trigger."));
  }
}
