package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/** SQL drops a database or a schema. */
public final class DropDatabaseRule extends Rule {
  public DropDatabaseRule() {
    super(
        "drop-database",
        RuleGroup.DATA_LOSS,
        Level.ERROR,
        "All tables in it are gone, and the migration's own with them, so that it does "
            + "not even know what it was.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (RawWords statement : RawWords.of(site)) {
      boolean drops =
          statement.starts("DROP DATABASE")
              || statement.starts("DROP SCHEMA")
              || statement.starts("DROP TABLESPACE");
      if (drops) {
        report
            .at(statement.site(), statement.beginning() + " drops all that is in it.")
            .fix("Drop the tables by operations, then the empty schema by `drop_schema`.");
      }
    }
  }
}
