package io.schemachain.lint.rule;

import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionHeader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A revision that does nothing. */
public final class EmptyRevisionRule extends Rule {
  public EmptyRevisionRule() {
    super(
        "empty-revision",
        RuleGroup.GRAPH,
        Level.NOTE,
        "It was begun and not written, or what it did is gone: people expect something behind its"
            + " message.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    Map<String, RevisionHeader> empty = new LinkedHashMap<>();
    Set<String> full = new HashSet<>();
    for (List<Revision> revisions : site.revisions().values()) {
      for (Revision revision : revisions) {
        if (revision.upgrade().isEmpty() && revision.omissions().isEmpty()) {
          empty.put(revision.id(), revision.header());
        } else {
          full.add(revision.id());
        }
      }
    }
    empty.keySet().removeAll(full);
    empty.forEach(
        (id, header) -> {
          boolean joins = header.downRevisions().size() + header.dependsOn().size() > 1;
          if (site.looked().contains(id) && !joins && header.branchLabels().isEmpty()) {
            report
                .at(header, header.location(), header.title() + " does nothing on any database.")
                .fix("Write its operations, or remove it while nobody has applied it.");
          }
        });
  }
}
