package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AlterColumn;

/**
 * A column gets another collation, for which indexes are built or rows written anew while others
 * wait.
 */
public final class AlterCollationRewritesRule extends Rule {
  public AlterCollationRewritesRule() {
    super(
        "alter-collation-rewrites",
        RuleGroup.LOCKS,
        Level.WARNING,
        Waiting.WHY + " What was unique " + "may not be so in another collation.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof AlterColumn alter) {
      Waiting.of(site, "alter-column/collation")
          .ifPresent(
              waiting ->
                  report
                      .at(
                          site,
                          "For the collation of "
                              + alter.table()
                              + "."
                              + alter.column()
                              + ", "
                              + waiting.sentence()
                              + ".")
                      .growsWith(alter.table())
                      .fix(
                          "Give a new column the collation, index and fill it, and let programs"
                              + " change over; or compare with the collation in the queries that need"
                              + " it."));
    }
  }
}
