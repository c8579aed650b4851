package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Column;
import io.schemachain.model.DefaultValue;
import io.schemachain.operation.AlterColumn;
import java.util.Optional;

/** What a row gets that says nothing is another thing now. */
public final class ChangedDefaultRule extends Rule {
  public ChangedDefaultRule() {
    super(
        "changed-default",
        RuleGroup.COMPATIBILITY,
        Level.NOTE,
        "Programs that leave the column out mean the old value; those that read it may not know the"
            + " new one.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter)
        || !alter.defaultValue().present()
        || site.isNew(alter.table())) {
      return;
    }
    Optional<Column> old = site.column(alter.table(), alter.column());
    DefaultValue before = old.map(Column::defaultValue).orElse(null);
    DefaultValue now = alter.defaultValue().value();
    if (before == null || before.equals(now)) {
      return;
    }
    boolean fails = now == null && !old.get().nullable() && !Boolean.TRUE.equals(alter.nullable());
    report
        .at(
            site,
            "A row that says nothing of "
                + alter.table()
                + "."
                + alter.column()
                + (now == null
                    ? fails ? " is refused from now on." : " has NULL there from now on."
                    : " has another value there from now on."))
        .fix("Release programs that write the column themselves before.");
  }
}
