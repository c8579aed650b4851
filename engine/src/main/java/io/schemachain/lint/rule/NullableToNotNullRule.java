package io.schemachain.lint.rule;

import io.schemachain.dialect.Sql;
import io.schemachain.lint.Filling;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.SafeForms;
import io.schemachain.model.Column;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Value;
import io.schemachain.operation.AlterColumn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A column may no longer be NULL, and nobody filled it. */
public final class NullableToNotNullRule extends Rule {
  public NullableToNotNullRule() {
    super(
        "nullable-to-not-null",
        RuleGroup.DATA,
        Level.WARNING,
        "It fails where a row has no value in the column.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter)
        || !Boolean.FALSE.equals(alter.nullable())
        || site.isNew(alter.table())) {
      return;
    }
    Optional<Column> column = site.column(alter.table(), alter.column()).filter(Column::nullable);
    if (column.isEmpty()
        || isChecked(site, alter)
        || Filling.isFilled(site, alter.table(), alter.column())) {
      return;
    }
    Value value =
        column.get().defaultValue() instanceof DefaultValue.Constant constant
            ? Value.text(constant.text())
            : Value.sql(Value.TODO + " the value of rows that have none");
    Sql sql = site.dialect().sql();
    report
        .at(site, "It fails if a row has no value in " + alter.table() + "." + alter.column() + ".")
        .rewrite(
            SafeForms.revisions(
                List.of(
                    SafeForms.fill(
                        site.table(alter.table()), alter.table(), alter.column(), value)),
                List.of(alter)))
        .fix(
            "Fill it before, or look: `"
                + sql.format(
                    "SELECT COUNT(*) FROM $N WHERE $N IS NULL", alter.table(), alter.column())
                + "` gives 0.");
  }

  /** Whether a check says so already, of all rows. */
  private static boolean isChecked(OperationSite site, AlterColumn alter) {
    Pattern notNull =
        Pattern.compile(
            "(?i)[\\s(]*\\W?" + Pattern.quote(alter.column()) + "\\W?\\s+is\\s+not\\s+null[\\s)]*");
    return site.table(alter.table()).stream()
        .flatMap(table -> table.checks().stream())
        .anyMatch(check -> check.validated() && notNull.matcher(check.sql()).matches());
  }
}
