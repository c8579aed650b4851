package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.AddValue;

/** A new value of an enum sorts behind all others. */
public final class EnumValueOrderRule extends Rule {
  public EnumValueOrderRule() {
    super(
        "enum-value-order",
        RuleGroup.COMPATIBILITY,
        Level.OFF,
        "Where the order of the values means something, ORDER BY and comparisons put the new one"
            + " last.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.operation() instanceof AddValue add
        && add.before() == null
        && add.after() == null
        && site.isOn("postgresql", "mysql", "mariadb", "h2")
        && !site.before().usingType(add.type()).isEmpty()) {
      report
          .at(
              site,
              "The value '" + add.value() + "' of " + add.type() + " is the last in each order.")
          .fix("Say where it stands, with `before` or `after`.");
    }
  }
}
