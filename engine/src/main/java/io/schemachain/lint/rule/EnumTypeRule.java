package io.schemachain.lint.rule;

import io.schemachain.lint.DefinedColumn;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.DataType;

/** A set of values that is part of the schema. */
public final class EnumTypeRule extends Rule {
  public EnumTypeRule() {
    super(
        "enum-type",
        RuleGroup.DESIGN,
        Level.OFF,
        "Another value is a revision, to take one away copies the column on most databases, and"
            + " neither can be done by who runs the program.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    for (DefinedColumn defined : DefinedColumn.of(site)) {
      if (defined.column().type() instanceof DataType.Enumeration) {
        report
            .at(site, defined + " is an enum.")
            .fix("Use a table of the values and a foreign key to it.");
      }
    }
  }
}
