package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.RawText;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.AddValue;
import java.util.List;
import java.util.regex.Pattern;

/** Raw SQL adds a value to an enum within a transaction. */
public final class EnumValueInRawSqlRule extends Rule {
  private static final Pattern ADDS = Pattern.compile("^alter type .* add value\\b");

  public EnumValueInRawSqlRule() {
    super(
        "enum-value-in-raw-sql",
        RuleGroup.TRANSACTIONS,
        Level.WARNING,
        "PostgreSQL does not let anything use the value before it is committed, in a row, a default"
            + " or a check.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.dialect().name().equals("postgresql")
        && site.revision().header().transaction()
        && RawText.find(site, ADDS).isPresent()) {
      Report.Draft draft = report.at(site, "Nothing in this transaction can use the new value.");
      if (site.operation() instanceof AddValue add) {
        draft.rewrite(List.of(add));
      }
      draft.fix("Write `add_value`, which stands in no transaction.");
    }
  }
}
