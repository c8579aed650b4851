package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.regex.Pattern;

/** Raw SQL drops whatever depends on something. */
public final class CascadeInRawSqlRule extends Rule {
  private static final Pattern CASCADES =
      Pattern.compile("^(?:drop|alter\\b.* drop)\\b.* cascade(?: constraints)?\\b");

  public CascadeInRawSqlRule() {
    super(
        "cascade-in-raw-sql",
        RuleGroup.COMPATIBILITY,
        Level.WARNING,
        "Nobody who reads the revision sees what goes with it, and another database may have more of it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.dialect().name().matches("postgresql|h2|oracle")
        && RawWords.find(site, CASCADES).isPresent()) {
      report
          .at(site, "CASCADE drops whatever depends on it, seen or not.")
          .fix(
              "Drop by name what is meant to go, and leave CASCADE out: what else is there makes it fail.");
    }
  }
}
