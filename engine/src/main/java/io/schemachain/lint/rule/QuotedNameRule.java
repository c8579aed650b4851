package io.schemachain.lint.rule;

import io.schemachain.dialect.DdlSemantics;
import io.schemachain.dialect.Dialect;
import io.schemachain.lint.DefinedName;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.regex.Pattern;

/** A name that each query has to quote. */
public final class QuotedNameRule extends Rule {
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern BARE = Pattern.compile("[a-z_][a-z0-9_]*");

  public QuotedNameRule() {
    super(
        "quoted-name",
        RuleGroup.NAMING,
        Level.WARNING,
        "Without quotation marks the database looks for another name, or does not understand the"
            + " query.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Dialect dialect = site.dialect();
    boolean folds = dialect.ddlSemantics().bareNames() != DdlSemantics.BareNames.AS_WRITTEN;
    for (DefinedName named : DefinedName.of(site)) {
      String name = named.name();
      if (!named.isInQueries() || BARE.matcher(name).matches()) {
        continue;
      }
      if (!LETTERS.matcher(name).matches() || folds) {
        report
            .at(site, "The " + named + " has to be quoted in each query.")
            .fix("Use lower-case letters, digits and `_`.");
      }
    }
  }
}
