package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/** SQL drops a database with all that is in it. */
public final class DropDatabaseRule extends Rule {
  public DropDatabaseRule() {
    super(
        "drop-database",
        RuleGroup.DATA_LOSS,
        Level.ERROR,
        "All tables in it are gone, and those that say which revisions ran may be among "
            + "them.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    boolean schemaIsDatabase = site.dialect().keys().contains("mysql");
    for (RawWords statement : RawWords.of(site)) {
      if (statement.starts("DROP DATABASE")
          || (schemaIsDatabase && statement.starts("DROP SCHEMA"))) {
        report
            .at(statement.site(), statement.beginning() + " drops all that is in it.")
            .fix("Drop the tables by operations, then the empty schema by `drop_schema`.");
      }
    }
  }
}
