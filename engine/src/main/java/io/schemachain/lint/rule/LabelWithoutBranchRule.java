package io.schemachain.lint.rule;

import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.revision.RevisionHeader;

/** A label where there is no branch. */
public final class LabelWithoutBranchRule extends Rule {
  public LabelWithoutBranchRule() {
    super(
        "label-without-branch",
        RuleGroup.GRAPH,
        Level.NOTE,
        "It promises a branch of its own, and `label@head` is simply the head.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    if (site.graph().heads().size() > 1
        || !site.graph().branchPoints().isEmpty()
        || site.graph().bases().size() > 1) {
      return;
    }
    for (String label : site.graph().labels()) {
      String id = site.graph().labelled(label).orElseThrow();
      if (site.looked().contains(id)) {
        RevisionHeader header = site.graph().require(id);
        report
            .at(
                header,
                header.locationOfLabel(label),
                "The chain has one line, which needs no label " + label + ".")
            .fix("Leave it out until there is a second one.");
      }
    }
  }
}
