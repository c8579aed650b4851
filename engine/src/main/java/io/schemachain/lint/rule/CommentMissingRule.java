package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.CreateTable;

/** A table or a column that does not say what it is. */
public final class CommentMissingRule extends Rule {
  public CommentMissingRule() {
    super(
        "comment-missing",
        RuleGroup.DESIGN,
        Level.OFF,
        "Whoever finds it in five years has to read all programs to know.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.dialect().name().equals("sqlite")) {
      return; // It has no comments.
    }
    if (site.operation() instanceof CreateTable create
        && site.table(create.table().name()).isEmpty()
        && site.revision()
            .after()
            .find(create.table().name())
            .filter(one -> one.comment() == null)
            .isPresent()) {
      report
          .at(site, "The table " + create.table().name() + " has no comment.")
          .fix("Add `comment:` with what a row is.");
    } else if (site.operation() instanceof AddColumn add && add.column().comment() == null) {
      report
          .at(site, "The column " + add.table() + "." + add.column().name() + " has no comment.")
          .fix("Add `comment:` with what the value means, and its unit.");
    }
  }
}
