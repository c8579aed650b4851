package io.schemachain.lint.rule;

import io.schemachain.fact.Effect;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.model.TableName;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropConstraint;
import io.schemachain.operation.DropTable;

/** What goes locks a table that its foreign key refers to, although nothing of it changes. */
public final class DropForeignKeyLocksReferredTableRule extends Rule {
  public DropForeignKeyLocksReferredTableRule() {
    super(
        "drop-foreign-key-locks-referred-table",
        RuleGroup.LOCKS,
        Level.WARNING,
        "It takes a moment, but first waits for all who use that table, and everybody "
            + "else waits behind it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {

    if (site.operation() instanceof DropTable drop) {
      look(site, drop.table(), "Dropping " + drop.table(), report);
    } else if (site.operation() instanceof DropConstraint drop) {
      look(site, drop.table(), "Dropping " + drop.what(), report);
    } else if (site.operation() instanceof DropColumn drop) {
      look(site, drop.table(), "Dropping " + drop.table() + "." + drop.column(), report);
    }
  }

  private static void look(OperationSite site, TableName table, String what, Report report) {
    for (Effect effect : site.effects()) {
      TableName other = effect.table();
      if (other != null && !other.equals(table) && Waiting.blocksRows(effect)) {
        report
            .at(site, what + " locks " + other + ": " + Waiting.who(effect) + " wait.")
            .growsWith(other)
            .fix(
                "Keep it apart from work that takes long, and set `lockTimeout`, so that it gives up"
                    + " rather than have others queue.");
      }
    }
  }
}
