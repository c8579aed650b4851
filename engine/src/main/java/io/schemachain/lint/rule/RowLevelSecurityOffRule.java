package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.RawText;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.regex.Pattern;

/** Raw SQL takes the security of rows away. */
public final class RowLevelSecurityOffRule extends Rule {
  private static final Pattern OFF =
      Pattern.compile(
          "^alter table .* (?:disable|no force) row level security\\b"
              + "|^(?:drop|alter) security policy\\b(?!.*\\bstate = on\\b)");

  public RowLevelSecurityOffRule() {
    super(
        "row-level-security-off",
        RuleGroup.COMPATIBILITY,
        Level.WARNING,
        "Who could see some rows of the table sees all of them from now on.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.isOn("postgresql", "sqlserver") && RawText.find(site, OFF).isPresent()) {
      report
          .at(site, "Rows that were hidden from some can be seen.")
          .fix("Let somebody who answers for the data agree, and say in `suppress` who did.");
    }
  }
}
