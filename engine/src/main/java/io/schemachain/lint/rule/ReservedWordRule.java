package io.schemachain.lint.rule;

import io.schemachain.lint.DefinedName;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.regex.Pattern;

/** A name that is a word of SQL to the database. */
public final class ReservedWordRule extends Rule {
  private static final Pattern BARE = Pattern.compile("[a-z][a-z0-9_]*");

  public ReservedWordRule() {
    super(
        "reserved-word",
        RuleGroup.NAMING,
        Level.NOTE,
        "A query that does not quote it is not understood, or is understood as something else:"
            + " `SELECT * FROM user` on PostgreSQL is the account.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    for (DefinedName named : DefinedName.of(site)) {
      String name = named.name();
      if (named.isInQueries()
          && BARE.matcher(name).matches()
          && !site.dialect().identifiers().quote(name).equals(name)) {
        report
            .at(site, "The " + named + " has to be quoted in each query: it is a reserved word.")
            .fix("Choose another, such as the plural, or one that says more.");
      }
    }
  }
}
