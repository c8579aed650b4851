package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/** SQL locks a table by hand. */
public final class LockTableRule extends Rule {
  public LockTableRule() {
    super(
        "lock-table",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Everybody waits for as long as the transaction or the session runs on, "
            + "whatever it does.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (RawWords statement : RawWords.of(site)) {
      if (statement.starts("LOCK") && !statement.isOfNewTable()) {
        report
            .at(
                statement.site(),
                statement.beginning()
                    + " keeps others out until the end of the transaction or the session.")
            .fix("Leave it out: each statement takes the locks that it needs.");
      }
    }
  }
}
