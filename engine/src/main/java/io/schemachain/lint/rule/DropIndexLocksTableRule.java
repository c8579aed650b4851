package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.DropIndex;
import java.util.List;

/** An index is dropped under a lock that others wait for, where it need not be. */
public final class DropIndexLocksTableRule extends Rule {
  public DropIndexLocksTableRule() {
    super(
        "drop-index-locks-table",
        RuleGroup.LOCKS,
        Level.WARNING,
        "It takes a moment, but first waits for all who use the table, and everybody "
            + "else waits behind it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof DropIndex drop)
        || drop.concurrently()
        || site.isRaw()
        || site.onlineOperations().equals(List.of(drop))
        || site.onlineOperations().isEmpty()) {
      return;
    }
    site.effects().stream()
        .filter(Waiting::blocksRows)
        .findFirst()
        .ifPresent(
            effect ->
                report
                    .at(site, "While " + drop.index() + " goes, " + Waiting.who(effect) + " wait.")
                    .growsWith(drop.table())
                    .online()
                    .fix("Drop it beside them: `strategy: online`."));
  }
}
