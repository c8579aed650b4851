package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AlterColumn;

/** A type changes in a moment, but a check of the column is checked on all rows again. */
public final class TypeChangeChecksAgainRule extends Rule {
  public TypeChangeChecksAgainRule() {
    super("type-change-checks-again", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter)
        || Waiting.of(site, "alter-column/type").isPresent()) {
      return;
    }
    Waiting.of(site, "alter-column/checked-type")
        .ifPresent(
            waiting ->
                report
                    .at(
                        site,
                        "For the checks of "
                            + alter.table()
                            + "."
                            + alter.column()
                            + ", "
                            + waiting.sentence()
                            + ".")
                    .growsWith(alter.table())
                    .fix(
                        "Drop the check, change the type, and create the check again, with"
                            + " `strategy: online` where the database has it."));
  }
}
