package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;

/** A change is none that the database can make, so the table is made anew. */
public final class RebuildCopiesTableRule extends Rule {
  public RebuildCopiesTableRule() {
    super(
        "rebuild-copies-table",
        RuleGroup.LOCKS,
        Level.WARNING,
        "All rows are copied into a new table, and as long as that takes nobody can "
            + "write to any table of the file.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Waiting.of(site, "rebuild")
        .ifPresent(
            waiting ->
                report
                    .at(
                        site,
                        site.dialect().displayName()
                            + " cannot change this: "
                            + waiting.table()
                            + " is copied into a new table, and writes to all tables wait.")
                    .growsWith(waiting.table())
                    .fix(
                        "Write what changes in one table behind one another, so that it is copied once,"
                            + " and choose a time when nobody writes."));
  }
}
