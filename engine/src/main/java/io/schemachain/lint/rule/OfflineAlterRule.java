package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/** SQL asks for a way to change a table that keeps others out. */
public final class OfflineAlterRule extends Rule {
  public OfflineAlterRule() {
    super(
        "offline-alter",
        RuleGroup.LOCKS,
        Level.WARNING,
        "ALGORITHM and LOCK say what the database may do at most; these allow it to "
            + "copy the table while others wait.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (RawWords statement : RawWords.of(site)) {
      if (site.dialect().keys().contains("mysql")
          && (statement.has("ALGORITHM COPY")
              || statement.has("LOCK SHARED")
              || statement.has("LOCK EXCLUSIVE"))
          && !statement.starts("LOCK")
          && !statement.isOfNewTable()) {
        report
            .at(statement.site(), statement.beginning() + " asks for a way that keeps others out.")
            .fix(
                "Ask for ALGORITHM=INPLACE, LOCK=NONE, so that the database refuses what it cannot do beside others.");
      }
    }
  }
}
