package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.regex.Pattern;

/** Raw SQL takes the strict mode away. */
public final class StrictModeOffRule extends Rule {
  private static final Pattern MODE = Pattern.compile("^set\\b.*\\bsql_mode\\b");
  private static final Pattern STRICT = Pattern.compile("(?i)strict_|traditional|concat|@ ?@");

  public StrictModeOffRule() {
    super(
        "strict-mode-off",
        RuleGroup.DATA,
        Level.ERROR,
        "Without it MySQL and MariaDB cut texts that are too long and write 0 or an empty text for"
            + " NULL, with a warning that nobody reads.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    boolean lax =
        site.rawStatements().stream()
            .anyMatch(sql -> MODE.matcher(sql).find() && !STRICT.matcher(sql).find());
    if (lax && site.isOn("mysql", "mariadb")) {
      report
          .at(site, "The strict mode is off for the rest of the run.")
          .fix("Leave it on, and mend what it refuses: each run sets the mode that it needs.");
    }
  }
}
