package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.RawText;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.Map;
import java.util.regex.Pattern;

/** Raw SQL switches the checks of foreign keys off. */
public final class ChecksSwitchedOffRule extends Rule {
  private static final Map<String, Pattern> OFF =
      Map.of(
          "postgresql",
          Pattern.compile(
              "^set (session |local )?session_replication_role\\b.*(replica|local)"
                  + "|^alter table .* disable trigger (all|user)\\b"),
          "mysql",
          Pattern.compile("^set\\b.*\\b(foreign_key_checks|unique_checks) = (0|off|false)\\b"),
          "mariadb",
          Pattern.compile(
              "^set\\b.*\\b(foreign_key_checks|unique_checks|check_constraint_checks) ="
                  + " (0|off|false)\\b"),
          "sqlite",
          Pattern.compile(
              "^pragma (foreign_keys|ignore_check_constraints)\\b.*(= (off|0|false|no)"
                  + "|ignore_check_constraints = (on|1|true|yes))\\b"),
          "h2",
          Pattern.compile("^set referential_integrity false\\b"),
          "oracle",
          Pattern.compile("^alter table .* (disable (novalidate )?constraint|novalidate)\\b"),
          "sqlserver",
          Pattern.compile("^alter table .* nocheck constraint\\b"));

  public ChecksSwitchedOffRule() {
    super(
        "checks-switched-off",
        RuleGroup.DATA,
        Level.WARNING,
        "Rows that point to nothing get in meanwhile, and nobody looks at them again when the"
            + " checks are back.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Pattern off = OFF.get(site.dialect().name());
    if (off != null && RawText.find(site, off).isPresent()) {
      report
          .at(site, "Rows that break a constraint get in from here on.")
          .fix(
              "Change rows in an order that keeps the constraints, or drop them and create them"
                  + " again, which looks at all rows.");
    }
  }
}
