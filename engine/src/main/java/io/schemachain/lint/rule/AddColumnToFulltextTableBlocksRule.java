package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AddColumn;

/** A column is added to a table with a fulltext index. */
public final class AddColumnToFulltextTableBlocksRule extends Rule {
  public AddColumnToFulltextTableBlocksRule() {
    super(
        "add-column-to-fulltext-table-blocks",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Such a table is written anew for it, where another takes the column in a "
            + "moment; whoever wants to change a row waits.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof AddColumn add) {
      Waiting.of(site, "add-column-to-fulltext")
          .ifPresent(
              waiting ->
                  waiting.report(
                      site,
                      report,
                      "Since "
                          + add.table()
                          + " has a fulltext index, to add "
                          + add.column().name()));
    }
  }
}
