package io.schemachain.operation;

import io.schemachain.model.Column;
import io.schemachain.model.Literal;
import io.schemachain.model.Table;
import io.schemachain.model.Value;
import java.util.List;

/** Whether rows can be stored in a table. */
final class RowRules {
  private RowRules() {}

  static void check(Table table, List<Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      check(table, rows.get(i), i + 1);
    }
  }

  /** Whether its columns are fit for rows; its values are looked at when a plan is made. */
  static void check(Table table, RowFile file) {
    for (String name : file.columns()) {
      requireNotComputed(Lookup.column(table, name), file.written().path());
    }
    requireComplete(table, file.columns(), file.written().path());
  }

  private static void check(Table table, Row row, int number) {
    for (int i = 0; i < row.columns().size(); i++) {
      Column column = Lookup.column(table, row.columns().get(i));
      requireNotComputed(column, "Row " + number);
      check(column, row.values().get(i), number);
    }
    requireComplete(table, row.columns(), "Row " + number);
  }

  private static void requireNotComputed(Column column, String what) {
    if (column.computed() != null) {
      throw new OperationException(
          what + " has a value for " + column.name() + ", which is computed.", null);
    }
  }

  private static void requireComplete(Table table, List<String> columns, String what) {
    for (Column column : table.columns()) {
      if (!column.nullable()
          && column.defaultValue() == null
          && column.identity() == null
          && column.computed() == null
          && !columns.contains(column.name())) {
        throw new OperationException(
            what
                + " has no value for "
                + column.name()
                + ", which is not nullable and has no default.",
            null);
      }
    }
  }

  private static void check(Column column, Value value, int number) {
    if (value instanceof Value.Null && !column.nullable()) {
      throw new OperationException(
          "Row " + number + " has NULL for " + column.name() + ", which is not nullable.", null);
    }
    if (value instanceof Value.Text text) {
      try {
        Literal.parse(column.type(), text.text());
      } catch (IllegalArgumentException e) {
        throw new OperationException(
            "Row " + number + ", column " + column.name() + ": " + e.getMessage(), null);
      }
    }
  }
}
