package io.schemachain.lint.rule;

import io.schemachain.lint.DefinedColumn;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.TypeKind;

/** A moment whose zone nobody knows. */
public final class TimestampWithoutTimeZoneRule extends Rule {
  public TimestampWithoutTimeZoneRule() {
    super(
        "timestamp-without-time-zone",
        RuleGroup.DESIGN,
        Level.OFF,
        "Two programs, or two servers, in different zones mean different moments by the same"
            + " value.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    for (DefinedColumn defined : DefinedColumn.of(site)) {
      if (site.dialect().name().equals("postgresql")
          && defined.column().type().is(TypeKind.TIMESTAMP)) {
        report
            .at(site, defined + " is a timestamp without a zone.")
            .fix(
                "Write `type: timestamptz` for a moment, and leave it for the time on a clock on a"
                    + " wall.");
      }
    }
  }
}
