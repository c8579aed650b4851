package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/**
 * SQL adds a condition to a domain, which is checked in every table that uses it while nobody can
 * write to them.
 */
public final class DomainCheckBlocksRule extends Rule {
  public DomainCheckBlocksRule() {
    super(
        "domain-check-blocks",
        RuleGroup.LOCKS,
        Level.WARNING,
        "All rows of all these tables are read, and writes to them wait until the last " + "is.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (RawWords statement : RawWords.of(site)) {
      if (site.dialect().name().equals("postgresql")
          && statement.starts("ALTER DOMAIN")
          && (statement.words().contains("ADD") || statement.has("SET NOT NULL"))
          && !statement.has("NOT VALID")) {
        report
            .at(
                statement.site(),
                statement.beginning()
                    + " checks all tables that use the domain while writes to them wait.")
            .fix(
                "Add the condition NOT VALID, and validate it by ALTER DOMAIN … VALIDATE CONSTRAINT in a later revision.");
      }
    }
  }
}
