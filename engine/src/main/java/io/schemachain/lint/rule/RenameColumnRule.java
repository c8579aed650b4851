package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.SafeForms;
import io.schemachain.model.Column;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import java.util.List;

/** A column that programs use gets another name. */
public final class RenameColumnRule extends Rule {
  public RenameColumnRule() {
    super(
        "rename-column",
        RuleGroup.COMPATIBILITY,
        Level.WARNING,
        "A program that runs during the release, or is not released again, fails with each query"
            + " that names the old one.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter)
        || alter.newName() == null
        || alter.newName().equals(alter.column())
        || site.isNew(alter.table())) {
      return;
    }
    boolean stays =
        site.revision().after().find(alter.table()).stream()
            .anyMatch(table -> table.column(alter.column()).isPresent());
    if (stays) {
      return;
    }
    Column old = site.column(alter.table(), alter.column()).orElseThrow();
    Column added = Column.of(alter.newName(), old.type());
    Value copy = Value.sql(site.dialect().identifiers().quote(alter.column()));
    report
        .at(
            site,
            "Nobody finds "
                + alter.table()
                + "."
                + alter.column()
                + " any more: it is "
                + alter.newName()
                + " now.")
        .rewrite(
            SafeForms.revisions(
                List.of(new AddColumn(alter.table(), added)),
                List.of(
                    SafeForms.fill(
                        site.table(alter.table()), alter.table(), alter.newName(), copy))))
        .fix(
            "Add a column, let programs write both, and drop the old one when none reads it any"
                + " more.");
  }
}
