package io.schemachain.lint.rule;

import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.revision.RevisionHeader;
import java.util.List;

/** A revision that builds on nothing, though there is one that does. */
public final class SeveralBasesRule extends Rule {
  public SeveralBasesRule() {
    super(
        "several-bases",
        RuleGroup.GRAPH,
        Level.WARNING,
        "The chain begins twice, mostly because `down_revision` was forgotten, and neither"
            + " beginning knows the tables of the other.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    List<String> bases = site.graph().bases();
    for (String id : bases.subList(Math.min(1, bases.size()), bases.size())) {
      RevisionHeader header = site.graph().require(id);
      if (site.looked().contains(id) && header.branchLabels().isEmpty()) {
        report
            .at(
                header,
                header.location(),
                header.title() + " builds on nothing, as " + bases.get(0) + " does.")
            .fix("Add `down_revision`, or a label if a branch of its own is meant.");
      }
    }
  }
}
