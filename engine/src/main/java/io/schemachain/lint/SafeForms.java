package io.schemachain.lint;

import io.schemachain.format.OperationText;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.Change;
import io.schemachain.operation.Condition;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import io.schemachain.operation.Update;
import java.util.List;
import java.util.Optional;

/** Operations that rules propose in place of an author's. */
public final class SafeForms {
  private SafeForms() {}

  /** Fills a column where it has no value, in batches where the table has a key for that. */
  public static Operation fill(Optional<Table> known, TableName table, String column, Value value) {
    Row set = new Row(List.of(column), List.of(value));
    Condition where = new Condition.Equal(new Row(List.of(column), List.of(Value.NULL)));
    return hasSimpleKey(known)
        ? new Backfill(table, set, where, null, Backfill.DEFAULT_BATCH_SIZE)
        : new Update(table, set, where);
  }

  /** Whether a backfill of the table needs no word about its key. */
  public static boolean hasSimpleKey(Optional<Table> table) {
    return table.filter(one -> one.primaryKeyColumns().size() == 1).isPresent();
  }

  /** Operations that stand in revisions of their own, one behind the other, as YAML. */
  @SafeVarargs
  public static String revisions(List<Operation>... revisions) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < revisions.length; i++) {
      out.append("# revision ").append(i + 1).append(" of ").append(revisions.length).append('\n');
      out.append(OperationText.of(revisions[i]));
    }
    return out.toString();
  }

  /** Demands a value. */
  public static AlterColumn notNull(TableName table, String column) {
    return new AlterColumn(table, column, null, null, false, Change.none(), Change.none());
  }
}
