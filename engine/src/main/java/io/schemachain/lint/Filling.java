package io.schemachain.lint;

import io.schemachain.dialect.OperationStep;
import io.schemachain.model.Column;
import io.schemachain.model.Names;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.Condition;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import io.schemachain.operation.Update;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which operations in front of another gave a column values. */
public final class Filling {
  private static final Pattern UPDATE = Pattern.compile("(?i)\\bupdate\\b");

  private Filling() {}

  /**
   * Whether an operation in front of this one, in its revision or in an earlier one, gave each row
   * a value in a column, since it was last allowed to have none.
   */
  public static boolean isFilled(OperationSite site, TableName table, String column) {
    Boolean filled = lastWord(inRevision(site), table, column);
    List<PlanStep> earlier = site.revision().earlier();
    for (int i = earlier.size() - 1; i >= 0 && filled == null; i--) {
      filled = lastWord(earlier.get(i).operations(), table, column);
    }
    return Boolean.TRUE.equals(filled);
  }

  /** From the last to the first; null where none of them says anything of the column. */
  private static @Nullable Boolean lastWord(
      List<PlannedOperation> operations, TableName table, String column) {
    for (int i = operations.size() - 1; i >= 0; i--) {
      OperationStep step = operations.get(i).step();
      Operation operation = step.operation();
      if (operation instanceof CreateTable create
          && create.table().name().key().equals(table.key())
          && step.before().find(table).isEmpty()) {
        return false;
      }
      if (operation instanceof AddColumn add && is(add, table, column)) {
        return hasValue(add.column());
      }
      if (operation instanceof AlterColumn alter
          && alter.table().key().equals(table.key())
          && Names.same(alter.column(), column)
          && Boolean.TRUE.equals(alter.nullable())) {
        return false;
      }
      if (fills(operation, table, column)) {
        return true;
      }
    }
    return null;
  }

  /**
   * Whether a column is NULL in each row that is there: this revision added it, and has not filled
   * it yet.
   */
  public static boolean isEmpty(OperationSite site, TableName table, String column) {
    boolean empty = false;
    for (PlannedOperation planned : inRevision(site)) {
      Operation operation = planned.step().operation();
      if (operation instanceof AddColumn add && is(add, table, column)) {
        empty = !hasValue(add.column());
      } else if (fills(operation, table, column)) {
        empty = false;
      }
    }
    return empty;
  }

  private static List<PlannedOperation> inRevision(OperationSite site) {
    return site.revision().step().operations().subList(0, site.index());
  }

  private static boolean is(AddColumn add, TableName table, String column) {
    return add.table().key().equals(table.key()) && Names.same(add.column().name(), column);
  }

  private static boolean hasValue(Column column) {
    return column.defaultValue() != null || column.identity() != null || column.computed() != null;
  }

  private static boolean fills(Operation operation, TableName table, String column) {
    if (operation instanceof Execute execute) {
      return fills(execute, table, column);
    }
    Update update =
        operation instanceof Backfill backfill
            ? backfill.asUpdate()
            : operation instanceof Update one ? one : null;
    if (update == null || !update.table().key().equals(table.key())) {
      return false;
    }
    Row set = update.set();
    for (int i = 0; i < set.columns().size(); i++) {
      if (Names.same(set.columns().get(i), column)
          && !(set.values().get(i) instanceof Value.Null)) {
        return update.where() instanceof Condition.All || names(update.where(), column);
      }
    }
    return false;
  }

  private static boolean names(Condition where, String column) {
    return where instanceof Condition.Sql sql
        ? names(sql.sql(), column)
        : where instanceof Condition.Equal equal
            && equal.values().columns().stream().anyMatch(name -> Names.same(name, column));
  }

  private static boolean names(String sql, String column) {
    return Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
        .matcher(sql)
        .find();
  }

  /** Nobody reads it closely: that it is an UPDATE of the table and names the column is enough. */
  private static boolean fills(Execute execute, TableName table, String column) {
    String sql = execute.sql();
    return UPDATE.matcher(sql).find() && names(sql, table.name()) && names(sql, column);
  }
}
