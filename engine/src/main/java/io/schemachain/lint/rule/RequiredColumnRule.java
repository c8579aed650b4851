package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.SafeForms;
import io.schemachain.model.Column;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import java.util.List;

/** A column that is added without a value for the rows that are there. */
public final class RequiredColumnRule extends Rule {
  public RequiredColumnRule() {
    super(
        "required-column",
        RuleGroup.DATA,
        Level.ERROR,
        "It fails as soon as the table has a row; MySQL and MariaDB write 0 or an empty text"
            + " instead, which nobody meant.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AddColumn add) || site.isNew(add.table())) {
      return;
    }
    Column column = add.column();
    boolean hasValue =
        column.defaultValue() != null || column.identity() != null || column.computed() != null;
    if (column.nullable() || hasValue) {
      return;
    }
    boolean guesses =
        site.dialect().name().equals("mysql") || site.dialect().name().equals("mariadb");
    String name = add.table() + "." + column.name();
    report
        .at(
            site,
            guesses
                ? "The rows that are there get 0 or an empty text in " + name + "."
                : "The rows that are there have no value for " + name + ", which wants one.")
        .rewrite(
            SafeForms.revisions(
                List.of(add.withColumn(column.withNullable(true))),
                List.of(
                    SafeForms.fill(
                        site.table(add.table()),
                        add.table(),
                        column.name(),
                        Value.sql(Value.TODO + " the value of the rows that are there"))),
                List.of(SafeForms.notNull(add.table(), column.name()))))
        .fix("Give it a default, or add it without the demand, fill it, and then demand it.");
  }
}
