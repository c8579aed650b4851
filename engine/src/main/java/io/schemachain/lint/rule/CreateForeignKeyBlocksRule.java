package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.model.ForeignKey;
import io.schemachain.operation.CreateForeignKey;

/** A foreign key is checked on all rows while others wait, for both tables. */
public final class CreateForeignKeyBlocksRule extends Rule {
  public CreateForeignKeyBlocksRule() {
    super("create-foreign-key-blocks", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof CreateForeignKey create)) {
      return;
    }
    ForeignKey key = create.foreignKey();
    Waiting.of(site, "create-foreign-key")
        .filter(waiting -> waiting.table().equals(create.table()))
        .ifPresent(
            waiting -> {
              boolean both =
                  site.effects().stream()
                      .anyMatch(
                          effect ->
                              key.referredTable().equals(effect.table())
                                  && Waiting.blocksRows(effect));
              waiting.report(
                  site,
                  report,
                  "For " + key.name() + (both ? ", which also locks " + key.referredTable() : ""),
                  "Create it first and check the rows beside them");
            });
  }
}
