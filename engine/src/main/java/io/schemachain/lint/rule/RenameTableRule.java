package io.schemachain.lint.rule;

import io.schemachain.dialect.Dialect;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.RenameTable;
import java.util.List;

/** A table that programs use gets another name. */
public final class RenameTableRule extends Rule {
  public RenameTableRule() {
    super(
        "rename-table",
        RuleGroup.COMPATIBILITY,
        Level.WARNING,
        "A program that runs during the release, or is not released again, fails with each query of"
            + " the old name.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof RenameTable rename) || site.isNew(rename.table())) {
      return;
    }
    boolean hasView =
        site.revision().step().operations().stream()
            .anyMatch(
                planned ->
                    planned.step().operation() instanceof CreateView create
                        && create.view().name().key().equals(rename.table().key()));
    if (hasView) {
      return;
    }
    Dialect dialect = site.dialect();
    String columns =
        String.join(
            ", ",
            site.before().require(rename.table()).columns().stream()
                .map(column -> dialect.identifiers().quote(column.name()))
                .toList());
    TableName renamed = rename.table().withName(rename.newName());
    String query = "SELECT " + columns + " FROM " + dialect.identifiers().quote(renamed);
    View view = new View(rename.table(), false, List.of(), null, query, null);
    report
        .at(site, "Nobody finds " + rename.table() + " any more: it is " + renamed + " now.")
        .rewrite(List.of(rename, new CreateView(view, false)))
        .fix("Leave a view of the old name until no program uses it.");
  }
}
