package io.schemachain.lint.rule;

import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table is written anew more than once in a revision. */
public final class SeveralRewritesRule extends Rule {
  public SeveralRewritesRule() {
    super(
        "several-rewrites",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Each time reads and writes every row, needs the room of a second table, and is "
            + "the same work again.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    Map<TableName, List<OperationSite>> rewrites = new LinkedHashMap<>();
    for (OperationSite operation : site.operations()) {
      if (operation.isOnline() && operation.hasOnlineForm()) {
        continue;
      }
      for (Effect effect : operation.effects()) {
        boolean isRewrite = effect.cost() == Cost.REWRITE || effect.cost() == Cost.COPY;
        if (isRewrite && effect.table() != null && !effect.form().equals("rebuild")) {
          List<OperationSite> of =
              rewrites.computeIfAbsent(effect.table(), table -> new ArrayList<>());
          if (of.isEmpty() || of.get(of.size() - 1).index() != operation.index()) {
            of.add(operation);
          }
        }
      }
    }
    rewrites.forEach(
        (table, operations) -> {
          if (operations.size() > 1) {
            report
                .at(
                    operations.get(operations.size() - 1),
                    "All rows of "
                        + table
                        + " are written anew "
                        + operations.size()
                        + " times in this revision.")
                .growsWith(table)
                .fix(
                    "Change what belongs to one column by one `alter_column`, and several columns by"
                        + " one ALTER TABLE in an `execute` with these operations as its `effects`.");
          }
        });
  }
}
