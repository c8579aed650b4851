package io.schemachain.lint.rule;

import io.schemachain.lint.DefinedColumn;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Column;
import io.schemachain.model.TypeKind;
import java.util.List;

/** A key that counts up has no room for more than two milliards of rows. */
public final class SmallPrimaryKeyRule extends Rule {
  public SmallPrimaryKeyRule() {
    super(
        "small-primary-key",
        RuleGroup.DESIGN,
        Level.NOTE,
        "When the numbers end no row can be written, and a wider type rewrites the table and all"
            + " that refer to it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (site.dialect().name().equals("sqlite")) {
      return; // Its keys have 64 bits, whatever they are called.
    }
    for (DefinedColumn defined : DefinedColumn.of(site)) {
      Column column = defined.column();
      boolean isSmall = column.type().is(TypeKind.INTEGER) || column.type().is(TypeKind.SMALLINT);
      if (isSmall && column.identity() != null && isKey(site, defined)) {
        report
            .at(site, defined + " numbers itself and is " + column.type() + ".")
            .fix("Write `type: bigint`, there and in the columns that refer to it.");
      }
    }
  }

  private static boolean isKey(OperationSite site, DefinedColumn defined) {
    return site.after()
        .find(defined.table())
        .filter(table -> table.primaryKeyColumns().equals(List.of(defined.column().name())))
        .isPresent();
  }
}
