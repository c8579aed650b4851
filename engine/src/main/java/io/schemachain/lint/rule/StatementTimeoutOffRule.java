package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.RawText;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.Map;
import java.util.regex.Pattern;

/** Raw SQL takes the limit of time away. */
public final class StatementTimeoutOffRule extends Rule {
  private static final Map<String, Pattern> OFF =
      Map.of(
          "postgresql",
          Pattern.compile(
              "^set (?:session |local )?(?:statement_timeout|transaction_timeout) (?:=|to)"
                  + " (?:'?0[a-z]*'?|default)(?: |$)|^reset"
                  + " (?:statement_timeout|transaction_timeout)\\b"),
          "mariadb",
          Pattern.compile("^set\\b.*\\bmax_statement_time = (?:0|default)(?: |$)"),
          "h2",
          Pattern.compile("^set query_timeout 0\\b"));

  public StatementTimeoutOffRule() {
    super(
        "statement-timeout-off",
        RuleGroup.TRANSACTIONS,
        Level.NOTE,
        "Nothing ends a statement that takes hours where minutes were expected, and its locks stay"
            + " until somebody notices.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Pattern off = OFF.get(site.dialect().name());
    if (off != null && RawText.find(site, off).isPresent()) {
      report
          .at(site, "What follows may run without end.")
          .fix(
              "Leave it out, or set a limit that is long enough: `statementTimeout` in the settings"
                  + " does both.");
    }
  }
}
