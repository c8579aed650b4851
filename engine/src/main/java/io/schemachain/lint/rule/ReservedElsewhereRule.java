package io.schemachain.lint.rule;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.lint.DefinedName;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.List;
import java.util.regex.Pattern;

/** A name that is a word of SQL to another database. */
public final class ReservedElsewhereRule extends Rule {
  private static final Pattern BARE = Pattern.compile("[a-z][a-z0-9_]*");

  public ReservedElsewhereRule() {
    super(
        "reserved-elsewhere",
        RuleGroup.NAMING,
        Level.OFF,
        "On the day the project moves there, or somebody tests with it, queries that do not quote"
            + " it fail.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    for (DefinedName named : DefinedName.of(site)) {
      String name = named.name();
      if (!named.isInQueries()
          || !BARE.matcher(name).matches()
          || isReserved(site.dialect(), name)) {
        continue;
      }
      List<String> others =
          Dialects.ALL.stream()
              .filter(dialect -> isReserved(dialect, name))
              .map(Dialect::displayName)
              .toList();
      if (!others.isEmpty()) {
        report
            .at(
                site,
                "The "
                    + named
                    + " has to be quoted on "
                    + String.join(", ", others)
                    + ", where it is a reserved word.")
            .fix("Choose another, such as the plural, or one that says more.");
      }
    }
  }

  private static boolean isReserved(Dialect dialect, String name) {
    return !dialect.identifiers().quote(name).equals(name);
  }
}
