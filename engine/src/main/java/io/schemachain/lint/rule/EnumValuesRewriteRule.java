package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.model.DataType.Enumeration;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameValue;

/** The values of an enum type change so that rows are written or checked anew while others wait. */
public final class EnumValuesRewriteRule extends Rule {
  public EnumValuesRewriteRule() {
    super(
        "enum-values-rewrite",
        RuleGroup.LOCKS,
        Level.WARNING,
        Waiting.WHY + " A value behind the " + "others mostly takes a moment.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Operation operation = site.operation();
    if (operation instanceof AddValue add) {
      look(site, "add-value", "For the value '" + add.value() + "'", report);
    } else if (operation instanceof RenameValue rename) {
      look(site, "rename-value", "For the value '" + rename.newValue() + "'", report);
    } else if (operation instanceof DropValue drop) {
      look(site, "drop-value", "To drop the value '" + drop.value() + "'", report);
    } else if (operation instanceof AlterColumn alter && alter.type() instanceof Enumeration) {
      String name = alter.table() + "." + alter.column();
      look(site, "alter-column/type", "For other values of " + name, report);
    }
  }

  private static void look(OperationSite site, String form, String what, Report report) {
    Waiting.of(site, form)
        .ifPresent(
            waiting ->
                report
                    .at(site, what + ", " + waiting.sentence() + ".")
                    .growsWith(waiting.table())
                    .fix(
                        "Add values at the end, and leave old ones in place; where they change often,"
                            + " a table of values with a foreign key is the better home."));
  }
}
