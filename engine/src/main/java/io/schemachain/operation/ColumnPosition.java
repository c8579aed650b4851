package io.schemachain.operation;

import io.schemachain.model.Column;
import io.schemachain.model.Names;
import io.schemachain.model.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a column stands in its table.
 *
 * @param after the column before it; null for the first place
 */
public record ColumnPosition(@Nullable String after) {
  public static final ColumnPosition FIRST = new ColumnPosition(null);

  public ColumnPosition {
    if (after != null) {
      Names.requireName(after, "column");
    }
  }

  /** Where a column of a table stands. */
  static ColumnPosition of(Table table, Column column) {
    int index = table.columns().indexOf(column);
    return index == 0 ? FIRST : new ColumnPosition(table.columns().get(index - 1).name());
  }

  /**
   * The columns of a table with one of them, or a new one, in this place.
   *
   * @throws OperationException if the column before it is not in the table
   */
  List<Column> put(Column column, Table table) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.removeIf(other -> Names.same(other.name(), column.name()));
    if (after == null) {
      columns.add(0, column);
      return columns;
    }
    if (Names.same(after, column.name())) {
      throw new OperationException("The column " + after + " cannot stand after itself.", null);
    }
    columns.add(columns.indexOf(Lookup.column(table, after)) + 1, column);
    return columns;
  }
}
