package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.RawText;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.CreateIndex;
import java.util.regex.Pattern;

/** An index that is there under that name is taken for the one that is meant. */
public final class IfNotExistsHidesIndexRule extends Rule {
  private static final Pattern RAW =
      Pattern.compile("^create (?:unique )?index (?:concurrently )?if not exists\\b");

  public IfNotExistsHidesIndexRule() {
    super(
        "if-not-exists-hides-index",
        RuleGroup.TRANSACTIONS,
        Level.NOTE,
        "The one that is there may have other columns, or be invalid since an earlier build failed,"
            + " and no query uses it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    boolean written = site.operation() instanceof CreateIndex create && create.ifNotExists();
    if (written || RawText.find(site, RAW).isPresent()) {
      boolean canBeInvalid = site.dialect().name().equals("postgresql");
      report
          .at(
              site,
              canBeInvalid
                  ? "Where there is an index of that name, invalid or over other columns, nothing"
                      + " happens."
                  : "Where there is an index of that name over other columns nothing happens.")
          .fix("Leave it out: a run knows what it has done, and says what is in the way.");
    }
  }
}
