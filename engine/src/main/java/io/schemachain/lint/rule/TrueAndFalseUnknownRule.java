package io.schemachain.lint.rule;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.WrittenSql;
import java.util.regex.Pattern;

/** An expression says true or false to a database without these words. */
public final class TrueAndFalseUnknownRule extends Rule {
  private static final DatabaseVersion HAS_BOOLEAN = DatabaseVersion.of(23, 0);
  private static final Pattern WORD =
      Pattern.compile("(?i)(?<![\\w.$\"\\[])(?:true|false)(?![\\w$\"\\]])");

  public TrueAndFalseUnknownRule() {
    super(
        "true-and-false-unknown",
        RuleGroup.PORTABILITY,
        Level.WARNING,
        "Oracle before 23 and SQL Server take them for names of columns.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    boolean isOracle = site.dialect().name().equals("oracle");
    boolean knows = isOracle && site.dialect().version().compareTo(HAS_BOOLEAN) >= 0;
    if (knows || (!isOracle && !site.dialect().name().equals("sqlserver"))) {
      return;
    }
    if (WrittenSql.withoutStrings(site).stream().anyMatch(sql -> WORD.matcher(sql).find())) {
      report
          .at(site, "There is no word for true and false.")
          .fix(
              "Write 1 and 0 for it, in a map by dialect; a value or a default that is no SQL needs"
                  + " nothing.");
    }
  }
}
