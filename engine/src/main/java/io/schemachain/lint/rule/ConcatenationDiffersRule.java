package io.schemachain.lint.rule;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.WrittenSql;

/** An expression joins texts with signs that mean something else. */
public final class ConcatenationDiffersRule extends Rule {
  private static final DatabaseVersion UNDERSTOOD = DatabaseVersion.of(2025, 0);

  public ConcatenationDiffersRule() {
    super(
        "concatenation-differs",
        RuleGroup.PORTABILITY,
        Level.WARNING,
        "On MySQL and MariaDB `||` is OR, so that the value is 0 or 1; SQL Server does not"
            + " understand it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    boolean isOr = site.isOn("mysql", "mariadb");
    boolean isUnknown =
        site.dialect().name().equals("sqlserver")
            && site.dialect().version().compareTo(UNDERSTOOD) < 0;
    if (!isOr && !isUnknown) {
      return;
    }
    if (WrittenSql.withoutStrings(site).stream().anyMatch(sql -> sql.contains("||"))) {
      report
          .at(
              site,
              isOr
                  ? "`||` is OR there, and makes 0 or 1 of texts."
                  : "`||` is not understood before 2025.")
          .fix(
              "Write `CONCAT(a, b)`, which all but SQLite before 3.44 have, in a map by dialect"
                  + " where needed.");
    }
  }
}
