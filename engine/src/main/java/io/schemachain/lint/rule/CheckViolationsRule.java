package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Check;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.ValidateConstraint;

/** A check of rows that may break it. */
public final class CheckViolationsRule extends Rule {
  public CheckViolationsRule() {
    super("check-violations", RuleGroup.DATA, Level.WARNING, "It fails if a row breaks it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof CreateCheckConstraint create && create.check().validated()) {
      look(site, create.table(), create.check(), report);
    } else if (site.operation() instanceof ValidateConstraint validate) {
      site.table(validate.table())
          .flatMap(table -> table.constraint(ObjectKind.CHECK, validate.name()))
          .ifPresent(check -> look(site, validate.table(), (Check) check, report));
    }
  }

  private static void look(OperationSite site, TableName table, Check check, Report report) {
    boolean wasThere =
        site.revision().before().find(table).stream()
            .flatMap(found -> found.checks().stream())
            .anyMatch(old -> old.validated() && old.sql().equals(check.sql()));
    if (site.isNew(table) || wasThere || saysWhatIsKnown(site, table, check)) {
      return;
    }
    report
        .at(site, "The check " + check.name() + " fails if a row of " + table + " breaks it.")
        .fix(
            "Look before: `"
                + site.dialect().sql().format("SELECT COUNT(*) FROM $N WHERE NOT (", table)
                + check.sql()
                + ")` gives 0.");
  }

  /** {@code c IS NOT NULL} of a column that never is. */
  private static boolean saysWhatIsKnown(OperationSite site, TableName table, Check check) {
    String text = check.sql().strip();
    return site.table(table).stream()
        .flatMap(found -> found.columns().stream())
        .filter(column -> !column.nullable())
        .anyMatch(column -> text.equalsIgnoreCase(column.name() + " IS NOT NULL"));
  }
}
