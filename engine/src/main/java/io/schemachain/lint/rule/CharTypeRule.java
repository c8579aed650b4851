package io.schemachain.lint.rule;

import io.schemachain.lint.DefinedColumn;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.TypeKind;

/** A text that is filled up with blanks. */
public final class CharTypeRule extends Rule {
  public CharTypeRule() {
    super(
        "char-type",
        RuleGroup.DESIGN,
        Level.OFF,
        "The blanks come back with the value, or do not, and databases do not agree which of them"
            + " count in comparisons.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    for (DefinedColumn defined : DefinedColumn.of(site)) {
      if (defined.column().type().is(TypeKind.CHAR) && !site.dialect().name().equals("sqlite")) {
        report
            .at(
                site,
                defined + " is " + defined.column().type() + ", which is filled up with blanks.")
            .fix(
                "Write `string` with the same length, and a check where each value has exactly"
                    + " that.");
      }
    }
  }
}
