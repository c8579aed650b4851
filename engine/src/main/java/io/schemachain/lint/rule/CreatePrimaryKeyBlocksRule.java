package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.CreatePrimaryKey;

/** The primary key of a table in use is built while others wait. */
public final class CreatePrimaryKeyBlocksRule extends Rule {
  public CreatePrimaryKeyBlocksRule() {
    super("create-primary-key-blocks", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreatePrimaryKey create) {
      Waiting.of(site, "create-primary-key")
          .ifPresent(
              waiting ->
                  waiting.report(
                      site,
                      report,
                      "For the primary key of " + create.table(),
                      "Build its index beside them"));
    }
  }
}
