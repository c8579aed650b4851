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

  private static void check(Table table, Row row, int number) {
    for (int i = 0; i < row.columns().size(); i++) {
      Column column = Lookup.column(table, row.columns().get(i));
      check(column, row.values().get(i), number);
    }
    for (Column column : table.columns()) {
      if (!column.nullable()
          && column.defaultValue() == null
          && column.identity() == null
          && column.computed() == null
          && !row.columns().contains(column.name())) {
        throw new OperationException(
            "Row "
                + number
                + " has no value for "
                + column.name()
                + ", which is not nullable and has no default.",
            null);
      }
    }
  }

  private static void check(Column column, Value value, int number) {
    if (column.computed() != null) {
      throw new OperationException(
          "Row " + number + " has a value for " + column.name() + ", which is computed.", null);
    }
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
