package io.schemachain.lint.rule;

import io.schemachain.lint.DefinedColumn;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.DataType;
import java.util.regex.Pattern;

/** A json column on PostgreSQL, where two values cannot be compared. */
public final class JsonWithoutEqualityRule extends Rule {
  private static final Pattern JSON = Pattern.compile("(?i)\\s*json\\s*(\\[\\s*])?\\s*");

  public JsonWithoutEqualityRule() {
    super(
        "json-without-equality",
        RuleGroup.COMPATIBILITY,
        Level.WARNING,
        "DISTINCT, GROUP BY and UNION fail on each query that has the column in it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    for (DefinedColumn defined : DefinedColumn.of(site)) {
      if (site.dialect().name().equals("postgresql")
          && defined.column().type() instanceof DataType.Native type
          && JSON.matcher(type.text()).matches()) {
        report
            .at(site, defined + " is json, of which no two values can be compared.")
            .fix("Write `type: json`, which is jsonb there.");
      }
    }
  }
}
