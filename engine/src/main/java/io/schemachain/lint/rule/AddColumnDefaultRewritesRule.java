package io.schemachain.lint.rule;

import static java.util.Objects.requireNonNull;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.SafeForms;
import io.schemachain.lint.Waiting;
import io.schemachain.model.Column;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** A column is added with a default that each row has to be given. */
public final class AddColumnDefaultRewritesRule extends Rule {
  public AddColumnDefaultRewritesRule() {
    super("add-column-default-rewrites", RuleGroup.LOCKS, Level.WARNING, Waiting.WHY);
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AddColumn add) || add.column().defaultValue() == null) {
      return;
    }
    Waiting.of(site, "add-column/")
        .ifPresent(
            waiting ->
                waiting
                    .draft(
                        site,
                        report,
                        "To add " + add.table() + "." + add.column().name() + " with its default")
                    .rewrite(inSteps(add, site))
                    .fix(
                        "Add it without a default, set the default for new rows, and give the others"
                            + " theirs in batches."));
  }

  private static Value asValue(Column column) {
    DefaultValue value = requireNonNull(column.defaultValue(), "default");
    return value instanceof DefaultValue.Constant constant
        ? new Value.Text(constant.text())
        : new Value.Sql(((DefaultValue.Expression) value).sql());
  }

  private static List<Operation> inSteps(AddColumn add, OperationSite site) {
    Column column = add.column();
    TableName table = add.table();
    Change<DefaultValue> value = Change.toNullable(column.defaultValue());
    List<Operation> steps = new ArrayList<>();
    steps.add(add.withColumn(column.withDefault(null).withNullable(true)));
    steps.add(new AlterColumn(table, column.name(), null, null, null, value, Change.none()));
    steps.add(SafeForms.fill(site.table(table), table, column.name(), asValue(column)));
    if (!column.nullable()) {
      steps.add(SafeForms.notNull(table, column.name()));
    }
    return steps;
  }
}
