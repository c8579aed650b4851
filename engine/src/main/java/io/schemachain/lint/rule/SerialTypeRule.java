package io.schemachain.lint.rule;

import io.schemachain.lint.DefinedColumn;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.DataType;
import java.util.regex.Pattern;

/** A serial column on PostgreSQL. */
public final class SerialTypeRule extends Rule {
  private static final Pattern SERIAL = Pattern.compile("(?i)\\s*(?:small|big)?serial[248]?\\s*");

  public SerialTypeRule() {
    super(
        "serial-type",
        RuleGroup.DESIGN,
        Level.NOTE,
        "Its sequence has an owner and rights of its own, and goes on beside values that somebody"
            + " gives.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    for (DefinedColumn defined : DefinedColumn.of(site)) {
      if (site.dialect().name().equals("postgresql")
          && defined.column().type() instanceof DataType.Native type
          && SERIAL.matcher(type.text()).matches()) {
        report
            .at(
                site,
                defined + " is " + type.text().strip() + ", for which `identity` is the standard.")
            .fix("Write `type: bigint, identity: true`.");
      }
    }
  }
}
