package io.schemachain.lint.rule;

import io.schemachain.lint.DefinedColumn;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Column;
import io.schemachain.model.TypeKind;
import java.util.regex.Pattern;

/** A column with the name of an amount that cannot hold 0.10. */
public final class FloatForMoneyRule extends Rule {
  private static final Pattern MONEY =
      Pattern.compile(
          "(?i)(?:^|.*_)(?:amount|price|cost|costs|total|subtotal|balance|fee|fees|salary|wage|tax|vat"
              + "|discount|revenue|payment|money|credit|debit)(?:_.*|$)");

  public FloatForMoneyRule() {
    super(
        "float-for-money",
        RuleGroup.DESIGN,
        Level.NOTE,
        "Sums are off by fractions, and values that should be the same are not.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    for (DefinedColumn defined : DefinedColumn.of(site)) {
      Column column = defined.column();
      boolean isFloat = column.type().is(TypeKind.REAL) || column.type().is(TypeKind.DOUBLE);
      if (isFloat && MONEY.matcher(column.name()).matches()) {
        report
            .at(site, defined + " is " + column.type() + ", which has no exact cents.")
            .fix(
                "Write `numeric` with the digits that it needs, such as `numeric(12,2)`, or count"
                    + " cents in a `bigint`.");
      }
    }
  }
}
