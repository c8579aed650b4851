package io.schemachain.lint.rule;

import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.revision.RevisionHeader;
import java.util.Optional;

/** A revision says that it is older than what it builds on. */
public final class CreatedBeforeParentRule extends Rule {
  public CreatedBeforeParentRule() {
    super(
        "created-before-parent",
        RuleGroup.GRAPH,
        Level.NOTE,
        "Its parent was exchanged, or a date was copied: whoever reads the history reads it in"
            + " another order than it runs.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    for (String id : site.looked()) {
      Optional<RevisionHeader> found = site.graph().find(id);
      String date = found.map(RevisionHeader::createDate).orElse(null);
      if (date == null) {
        continue;
      }
      for (String parent : site.graph().parents(id)) {
        String older = site.graph().require(parent).createDate();
        if (older != null && day(date).compareTo(day(older)) < 0) {
          report
              .at(
                  found.get(),
                  found.get().locationOfParent(parent),
                  id
                      + " is of "
                      + day(date)
                      + ", and builds on "
                      + parent
                      + " of "
                      + day(older)
                      + ".")
              .fix("Write the day on which it was put there.");
        }
      }
    }
  }

  /** Texts of ISO days compare like the days; hours may be of different zones. */
  private static String day(String date) {
    return date.substring(0, Math.min(10, date.length()));
  }
}
