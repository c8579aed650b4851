package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Unindexed;
import java.util.regex.Pattern;

/** Rows that refer to another are found by reading all. */
public final class ForeignKeyWithoutIndexRule extends Rule {
  private static final Pattern MAKE_ONE = Pattern.compile("mysql|mariadb|h2|oracle");

  public ForeignKeyWithoutIndexRule() {
    super(
        "foreign-key-without-index",
        RuleGroup.DESIGN,
        Level.NOTE,
        "To delete a row that is referred to, or to change its key, the database reads the whole"
            + " table that refers to it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (MAKE_ONE.matcher(site.dialect().name()).matches()) {
      return;
    }
    for (Unindexed key : Unindexed.of(site)) {
      report
          .at(site, "No index begins with " + key + ".")
          .fix("Add `index: true` to the column, or an index over the columns of the key.");
    }
  }
}
