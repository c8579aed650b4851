package io.schemachain.lint.rule;

import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.revision.RevisionHeader;
import java.util.List;
import java.util.Optional;

/** A revision is another than before, and others that were there before build on it. */
public final class ChangedBelowRule extends Rule {
  public ChangedBelowRule() {
    super(
        "changed-below",
        RuleGroup.GRAPH,
        Level.WARNING,
        "A database that has the later one already has this one as it was: the next run stops"
            + " there, since the checksum is another.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    if (!site.changedSince()) {
      return;
    }
    for (String id : site.looked()) {
      if (!site.graph().contains(id)) {
        continue;
      }
      Optional<String> above =
          site.graph().inOrder(site.graph().descendants(List.of(id))).stream()
              .filter(other -> !site.looked().contains(other))
              .findFirst();
      if (above.isPresent()) {
        RevisionHeader header = site.graph().require(id);
        String older = site.graph().require(above.get()).title();
        report
            .at(
                header,
                header.location(),
                header.title() + " was changed below " + older + ", which was there before.")
            .fix("Leave what was there as it was, and write a new revision on top of the head.");
      }
    }
  }
}
