package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;

/** SQL writes a table anew to make it smaller or to order it, while nobody can use it. */
public final class VacuumFullRule extends Rule {
  public VacuumFullRule() {
    super(
        "vacuum-full",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Reads and writes wait until the last row is written, which takes longer the "
            + "more rows there are.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (RawWords statement : RawWords.of(site)) {
      if (statement.starts("VACUUM FULL")
          || (statement.starts("VACUUM") && statement.words().contains("FULL"))
          || (statement.starts("CLUSTER") && statement.words().size() > 1)) {
        report
            .at(
                statement.site(),
                statement.beginning() + " writes the table anew while nobody can use it.")
            .fix(
                "Leave it out of revisions: a plain VACUUM is enough for most tables, and pg_repack does the rest while others work.");
      }
    }
  }
}
