package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.DropConstraint;

/** A key is dropped, and the table copied for it while others wait. */
public final class DropKeyRewritesRule extends Rule {
  public DropKeyRewritesRule() {
    super(
        "drop-key-rewrites",
        RuleGroup.LOCKS,
        Level.WARNING,
        Waiting.WHY
            + " A database that "
            + "keeps rows in the order of their primary key puts all of them elsewhere when "
            + "it goes.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof DropConstraint drop) {
      Waiting.of(site, "drop-constraint")
          .ifPresent(
              waiting ->
                  report
                      .at(
                          site,
                          "To drop "
                              + drop.what()
                              + " of "
                              + drop.table()
                              + ", "
                              + waiting.sentence()
                              + ".")
                      .growsWith(drop.table())
                      .fix(
                          site.dialect().keys().contains("mysql")
                              ? "Drop it and create the key that takes its place by one ALTER TABLE, in"
                                  + " an `execute` with both operations as its `effects`: so others go on."
                              : Waiting.otherwise(site)));
    }
  }
}
