package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.DropColumn;

/** A column is dropped, and the database writes the whole table for it while others wait. */
public final class DropColumnRewritesRule extends Rule {
  public DropColumnRewritesRule() {
    super("drop-column-rewrites", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof DropColumn drop) {
      String name = drop.table() + "." + drop.column();
      Waiting.of(site, "drop-column")
          .ifPresent(
              waiting -> {
                if (site.dialect().name().equals("oracle")) {
                  report
                      .at(site, "To drop " + name + ", " + waiting.sentence() + ".")
                      .growsWith(drop.table())
                      .fix(
                          "Set it unused, which takes a moment, by an `execute` with this operation as"
                              + " its `effects`: ALTER TABLE … SET UNUSED (…) ONLINE; and have ALTER TABLE"
                              + " … DROP UNUSED COLUMNS CHECKPOINT 1000 remove it at night.");
                } else {
                  waiting.report(site, report, "To drop " + name);
                }
              });
    }
  }
}
