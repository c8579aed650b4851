package io.schemachain.lint.rule;

import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Level;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/** A revision that does not say what it is for. */
public final class RevisionWithoutMessageRule extends Rule {
  public RevisionWithoutMessageRule() {
    super(
        "revision-without-message",
        RuleGroup.GRAPH,
        Level.NOTE,
        "In the history, the plan and the review there is nothing but its id.");
  }

  @Override
  protected void lookAt(ChainSite site, Report report) {
    for (String id : site.looked()) {
      site.graph()
          .find(id)
          .filter(header -> header.message() == null || header.message().isBlank())
          .filter(header -> header.downRevisions().size() < 2)
          .ifPresent(
              header ->
                  report
                      .at(header, header.location(), id + " has no message.")
                      .fix("Add `message:` with one line for people."));
    }
  }
}
