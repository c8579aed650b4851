package io.schemachain.lint.rule;

import io.schemachain.lint.DefinedColumn;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.TypeKind;

/** A length that the database does not hold. */
public final class LengthNotEnforcedRule extends Rule {
  public LengthNotEnforcedRule() {
    super(
        "length-not-enforced",
        RuleGroup.PORTABILITY,
        Level.OFF,
        "Rows get in there that another database, or a later one, refuses.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    for (DefinedColumn defined : DefinedColumn.of(site)) {
      TypeKind kind = defined.column().type().kind();
      if (kind != null && isFree(site.dialect().name(), kind)) {
        report
            .at(
                site,
                "The length of " + defined + ", " + defined.column().type() + ", is not held.")
            .fix("Add a check of the length.");
      }
    }
  }

  private static boolean isFree(String dialect, TypeKind kind) {
    return switch (kind) {
      case STRING, CHAR, NUMERIC -> dialect.equals("sqlite");
      case BINARY, VARBINARY -> dialect.equals("sqlite") || dialect.equals("postgresql");
      default -> false;
    };
  }
}
