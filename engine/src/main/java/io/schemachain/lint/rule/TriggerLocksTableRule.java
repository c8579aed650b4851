package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.DropTrigger;
import java.util.Objects;

/** A trigger is created or dropped on a table in use. */
public final class TriggerLocksTableRule extends Rule {
  public TriggerLocksTableRule() {
    super(
        "trigger-locks-table",
        RuleGroup.LOCKS,
        Level.NOTE,
        "It takes a moment, but first waits for all who use the table, and everybody "
            + "else waits behind it. From then on it runs with every row that is written.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    String trigger;
    if (site.operation() instanceof CreateTrigger create) {
      trigger = create.trigger().trigger();
    } else if (site.operation() instanceof DropTrigger drop) {
      trigger = drop.trigger();
    } else {
      return;
    }
    site.effects().stream()
        .filter(effect -> effect.table() != null && Waiting.blocksRows(effect))
        .findFirst()
        .ifPresent(
            effect ->
                report
                    .at(site, "For the trigger " + trigger + ", " + Waiting.who(effect) + " wait.")
                    .growsWith(Objects.requireNonNull(effect.table()))
                    .fix(
                        "Keep it apart from work that takes long, and set `lockTimeout`, so that it gives"
                            + " up rather than have others queue."));
  }
}
