package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.Set;

/** SQL deletes all rows of a table. */
public final class RawDeleteOfAllRowsRule extends Rule {
  private static final Set<String> NARROWS = Set.of("WHERE", "JOIN", "USING", "LIMIT", "TOP");

  public RawDeleteOfAllRowsRule() {
    super(
        "raw-delete-of-all-rows",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "A WHERE that was forgotten looks the same as one that was left out.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    for (RawWords statement : RawWords.of(site)) {
      if (statement.starts("DELETE")
          && statement.words().stream().noneMatch(NARROWS::contains)
          && !statement.isOfNewTable()) {
        report
            .at(statement.site(), statement.beginning() + " deletes all rows.")
            .fix(
                "Add a WHERE; or write it as an operation, where `all: true` says that it is"
                    + " meant.");
      }
    }
  }
}
