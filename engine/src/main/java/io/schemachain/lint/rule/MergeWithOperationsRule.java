package io.schemachain.lint.rule;

import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A merge that does more than join. */
public final class MergeWithOperationsRule extends Rule {
  public MergeWithOperationsRule() {
    super(
        "merge-with-operations",
        RuleGroup.GRAPH,
        Level.NOTE,
        "Who looks for a change looks in the branches, and a merge that is made again loses it.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    Set<String> reported = new HashSet<>();
    for (List<Revision> revisions : site.revisions().values()) {
      for (Revision revision : revisions) {
        RevisionHeader header = revision.header();
        if (site.looked().contains(header.id())
            && header.downRevisions().size() > 1
            && !revision.upgrade().isEmpty()
            && reported.add(header.id())) {
          report
              .at(
                  header,
                  header.location(),
                  header.title()
                      + " joins "
                      + String.join(" and ", header.downRevisions())
                      + " and has operations of its own.")
              .fix("Leave the merge empty, and write a revision on top of it.");
        }
      }
    }
  }
}
