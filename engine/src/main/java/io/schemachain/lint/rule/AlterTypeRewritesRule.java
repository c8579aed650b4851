package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.model.DataType.Enumeration;
import io.schemachain.operation.AlterColumn;

/** A column gets another type, for which the table is read or written anew while others wait. */
public final class AlterTypeRewritesRule extends Rule {
  public AlterTypeRewritesRule() {
    super("alter-type-rewrites", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter) || alter.type() instanceof Enumeration) {
      return;
    }
    Waiting.of(site, "alter-column/type")
        .filter(waiting -> !waiting.effect().form().endsWith("/more-length-bytes"))
        .ifPresent(
            waiting -> {
              String name = alter.table() + "." + alter.column();
              Report.Draft draft =
                  report
                      .at(
                          site,
                          "To make " + name + " " + alter.type() + ", " + waiting.sentence() + ".")
                      .growsWith(alter.table());
              if (site.hasOnlineForm()) {
                draft.online().fix("Change it beside them: `strategy: online`.");
              } else {
                draft.fix(
                    "Add a column of the new type, keep it the same by a trigger, fill it by"
                        + " `backfill`, let programs change over, and drop the old one in a later"
                        + " revision.");
              }
            });
  }
}
