package io.schemachain.lint.rule;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.fact.Cost;
import io.schemachain.fact.Effect;
import io.schemachain.fact.Facts;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.model.SqlIdentifiers;
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
    Facts facts = Facts.of(site.dialect());
    int used = 0;
    for (PlannedOperation planned : before(site)) {
      if (planned.step().operation() instanceof Execute execute && buildsAnew(execute, table)) {
        used = 0;
      }
      for (Effect effect : facts.of(planned.step())) {
        if (effect.table() != null && effect.table().key().equals(table.key())) {
          boolean isNew = planned.step().before().find(table).isEmpty();
          if (isNew || effect.cost() == Cost.REWRITE || effect.cost() == Cost.COPY) {
            used = 0;
          } else if (changed(planned.step().operation()) != null && isInstant(effect)) {
            used++;
          }
        }
      }
    }
    return used;
  }

  private static boolean buildsAnew(Execute execute, TableName table) {
    return SqlIdentifiers.tables(execute.sql()).stream()
            .anyMatch(named -> named.key().equals(table.key()))
        && BUILDS.matcher(execute.sql()).find();
  }

  private static List<PlannedOperation> before(OperationSite site) {
    List<PlannedOperation> all = new ArrayList<>();
    site.revision().earlier().forEach(step -> all.addAll(step.operations()));
    all.addAll(site.revision().step().operations().subList(0, site.index()));
    return all;
  }

  private static boolean isInstant(Effect effect) {
    return "INSTANT".equals(effect.algorithm());
  }

  private static @Nullable TableName changed(Operation operation) {
    if (operation instanceof AddColumn add) {
      return add.table();
    }
    return operation instanceof DropColumn drop ? drop.table() : null;
  }
}
