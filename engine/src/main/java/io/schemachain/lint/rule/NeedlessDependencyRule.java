package io.schemachain.lint.rule;

import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.revision.RevisionHeader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A revision depends on one that it builds on anyway. */
public final class NeedlessDependencyRule extends Rule {
  public NeedlessDependencyRule() {
    super(
        "needless-dependency",
        RuleGroup.GRAPH,
        Level.NOTE,
        "The line says that the two are of different branches, which they are not.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    for (String id : site.looked()) {
      Optional<RevisionHeader> header = site.graph().find(id);
      if (header.isEmpty() || header.get().dependsOn().isEmpty()) {
        continue;
      }
      Set<String> below = new HashSet<>(site.graph().withAncestors(header.get().downRevisions()));
      for (String dependency : site.graph().dependencies(id)) {
        if (below.contains(dependency)) {
          report
              .at(
                  header.get(),
                  header.get().locationOfParent(dependency),
                  id + " builds on " + dependency + " anyway.")
              .fix("Leave `depends_on` out.");
        }
      }
    }
  }
}
