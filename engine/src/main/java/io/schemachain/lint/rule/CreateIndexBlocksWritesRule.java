package io.schemachain.lint.rule;

import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.fact.Lock.Blocked;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.CreateIndex;

/** An index of a table in use is built while nobody can write. */
public final class CreateIndexBlocksWritesRule extends Rule {
  public CreateIndexBlocksWritesRule() {
    super(
        "create-index-blocks-writes",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Whoever wants to change a row waits until the index is built, which takes longer the more"
            + " rows there are.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof CreateIndex create) || site.isOnline()) {
      return;
    }
    for (Effect effect : site.effects()) {
      if (effect.cost().compareTo(Cost.SCAN) >= 0 && effect.blocks().contains(Blocked.WRITES)) {
        Report.Draft draft =
            report
                .at(
                    site,
                    "The index "
                        + create.index().name()
                        + " is built while writes to "
                        + create.table()
                        + " wait.")
                .growsWith(create.table());
        if (site.hasOnlineForm()) {
          draft.online().fix("Build it beside them: `strategy: online`.");
        } else {
          draft.fix(
              site.dialect().displayName()
                  + " has no other way: choose a time when nobody writes.");
        }
        return;
      }
    }
  }
}
