package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.CreateIndex;

/** An index of a table in use is built while nobody can write. */
public final class CreateIndexBlocksWritesRule extends Rule {
  public CreateIndexBlocksWritesRule() {
    super(
        "create-index-blocks-writes",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Whoever wants to change a row waits until the index is built, which takes longer the more"
            + " rows there are.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreateIndex create) {
      Waiting.of(site, "create-index")
          .filter(waiting -> !isOfAnotherRule(waiting.effect().form()))
          .ifPresent(
              waiting ->
                  waiting.reportAs(
                      site,
                      report,
                      "The index "
                          + create.index().name()
                          + " is built while "
                          + Waiting.who(waiting.effect())
                          + " wait.",
                      "Build it beside them"));
    }
  }

  private static boolean isOfAnotherRule(String form) {
    return form.endsWith("/fulltext") || form.endsWith("/spatial");
  }
}
