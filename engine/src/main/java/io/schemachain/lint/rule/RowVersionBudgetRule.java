package io.schemachain.lint.rule;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.OperationStep;
import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.fact.Facts;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.plan.PlannedOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MySQL has changed the columns of a table INSTANT as often as it can. */
public final class RowVersionBudgetRule extends Rule {
  private static final Pattern BUILDS =
      Pattern.compile("\\b(?:OPTIMIZE|FORCE|ENGINE)\\b", Pattern.CASE_INSENSITIVE);
  private static final DatabaseVersion MORE = DatabaseVersion.of(9, 1);

  public RowVersionBudgetRule() {
    super(
        "row-version-budget",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Each column that is added or dropped INSTANT is a version of the rows, and MySQL has 64 of"
            + " them for a table; the next one writes all rows anew.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    TableName table = changed(site.operation());
    if (table == null
        || !site.dialect().name().equals("mysql")
        || site.effects().stream().noneMatch(RowVersionBudgetRule::isInstant)) {
      return;
    }
    if (site.effects().stream().anyMatch(RowVersionBudgetRule::writesRows)) {
      return;
    }
    int most = site.dialect().version().compareTo(MORE) >= 0 ? 255 : 64;
    if (used(site, table) >= most) {
      report
          .at(
              site,
              "The columns of "
                  + table
                  + " were changed INSTANT "
                  + most
                  + " times: this one writes all its rows anew.")
          .growsWith(table)
          .fix(
              "Write the table anew at a time of your choice: `execute: ALTER TABLE … FORCE` before it."
                  + " TOTAL_ROW_VERSIONS in information_schema.INNODB_TABLES says what is used.");
    }
  }

  /** How many versions there are since the rows were last written anew. */
  private static int used(OperationSite site, TableName table) {
    List<OperationStep> changes = changes(site, table);
    Facts facts = Facts.of(site.dialect());
    int used = 0;
    for (OperationStep change : changes) {
      List<Effect> effects =
          facts.of(change).stream()
              .filter(effect -> effect.table() != null && effect.table().key().equals(table.key()))
              .toList();
      if (effects.stream().anyMatch(RowVersionBudgetRule::writesRows)) {
        return used;
      }
      if (changed(change.operation()) != null
          && effects.stream().anyMatch(RowVersionBudgetRule::isInstant)) {
        used++;
      }
    }
    return used;
  }

  /** What changed the table since its rows were made, the last first. */
  private static List<OperationStep> changes(OperationSite site, TableName table) {
    List<PlannedOperation> all = new ArrayList<>();
    site.revision().earlier().forEach(step -> all.addAll(step.operations()));
    all.addAll(site.revision().step().operations().subList(0, site.index()));
    List<OperationStep> changes = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      OperationStep step = all.get(i).step();
      Table before = step.before().find(table).orElse(null);
      boolean buildsAnew =
          step.operation() instanceof Execute execute && buildsAnew(execute, table);
      if (before == null || buildsAnew) {
        return changes;
      }
      if (!before.equals(step.after().find(table).orElse(null))) {
        changes.add(step);
      }
    }
    return changes;
  }

  private static boolean writesRows(Effect effect) {
    return effect.cost() == Cost.REWRITE || effect.cost() == Cost.COPY;
  }

  private static boolean buildsAnew(Execute execute, TableName table) {
    return SqlIdentifiers.tables(execute.sql()).stream()
            .anyMatch(named -> named.key().equals(table.key()))
        && BUILDS.matcher(execute.sql()).find();
  }

  /** A virtual column is in no row, and needs no version of them. */
  private static boolean isInstant(Effect effect) {
    return "INSTANT".equals(effect.algorithm()) && !effect.form().endsWith("/computed-virtual");
  }

  private static @Nullable TableName changed(Operation operation) {
    if (operation instanceof AddColumn add) {
      return add.table();
    }
    return operation instanceof DropColumn drop ? drop.table() : null;
  }
}
