package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.RenameValue;
import java.util.List;

/** A value that rows have is called otherwise. */
public final class RenameEnumValueRule extends Rule {
  public RenameEnumValueRule() {
    super(
        "rename-enum-value",
        RuleGroup.COMPATIBILITY,
        Level.WARNING,
        "A program that runs during the release reads a value that it does not know, and writes one"
            + " that the database no longer takes.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof RenameValue rename)) {
      return;
    }
    List<String> tables =
        site.before().usingType(rename.type()).stream()
            .map(Table::name)
            .filter(table -> !site.isNew(table))
            .map(TableName::toString)
            .toList();
    if (!tables.isEmpty()) {
      report
          .at(
              site,
              "The value '"
                  + rename.value()
                  + "' in "
                  + String.join(", ", tables)
                  + " is '"
                  + rename.newValue()
                  + "' now.")
          .rewrite(
              List.of(new AddValue(rename.type(), rename.newValue(), null, rename.value(), false)))
          .fix(
              "Add the new value, release programs that know both, change the rows, and drop the"
                  + " old one later.");
    }
  }
}
