package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.revision.Downgrade;

/** A revision that says that it cannot be undone. */
public final class IrreversibleRevisionRule extends Rule {
  public IrreversibleRevisionRule() {
    super(
        "irreversible-revision",
        RuleGroup.GRAPH,
        Level.OFF,
        "There is no way back behind it but a backup.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    if (site.step().revision().downgrade() instanceof Downgrade.Irreversible irreversible) {
      report
          .at(site, "It cannot be undone: " + irreversible.reason())
          .fix("Write a downgrade, or make a backup part of the release.");
    }
  }
}
