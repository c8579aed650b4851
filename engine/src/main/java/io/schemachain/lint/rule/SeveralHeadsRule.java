package io.schemachain.lint.rule;

import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.revision.RevisionHeader;
import java.util.List;

/** Two revisions were written on top of the same one. */
public final class SeveralHeadsRule extends Rule {
  public SeveralHeadsRule() {
    super(
        "several-heads",
        RuleGroup.GRAPH,
        Level.WARNING,
        "`upgrade` has to be told which of them, and databases that were told differently differ.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    List<String> heads =
        site.graph().heads().stream()
            .filter(id -> site.graph().require(id).branchLabels().isEmpty())
            .toList();
    if (site.graph().heads().size() < 2) {
      return;
    }
    for (String id : heads) {
      if (site.looked().contains(id)) {
        RevisionHeader header = site.graph().require(id);
        report
            .at(
                header,
                header.location(),
                header.title() + " is one of " + site.graph().heads().size() + " heads.")
            .fix("Join them by `schema:merge`, or give the branch a label if it is meant to stay.");
      }
    }
  }
}
