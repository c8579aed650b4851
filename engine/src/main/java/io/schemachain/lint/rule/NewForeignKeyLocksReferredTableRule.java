package io.schemachain.lint.rule;

import io.schemachain.fact.Effect;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateTable;

/** A foreign key locks a table that others use, although nothing of it changes. */
public final class NewForeignKeyLocksReferredTableRule extends Rule {
  public NewForeignKeyLocksReferredTableRule() {
    super(
        "new-foreign-key-locks-referred-table",
        RuleGroup.LOCKS,
        Level.NOTE,
        "It takes a moment, but first waits for all who use that table, and everybody "
            + "else waits behind it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {

    if (site.operation() instanceof CreateTable create) {
      look(site, create.table().name(), "Creating " + create.table().name(), report);
    } else if (site.operation() instanceof CreateForeignKey create
        && (site.isNew(create.table()) || !create.foreignKey().validated())) {
      look(site, create.table(), "Creating " + create.foreignKey().name(), report);
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
