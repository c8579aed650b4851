package io.schemachain.operation;

import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
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

  /** Whether rows can be given these values. */
  static void checkSet(Table table, Row set) {
    for (int i = 0; i < set.columns().size(); i++) {
      Column column = Lookup.column(table, set.columns().get(i));
      requireNotComputed(column, "'set'");
      if (column.identity() != null) {
        throw new OperationException(
            "'set' has a value for " + column.name() + ", which numbers itself.", null);
      }
      check(column, set.values().get(i), "'set'");
    }
  }

  /** Whether rows can be asked for. */
  static void check(Table table, Condition where) {
    if (!(where instanceof Condition.Equal equal)) {
      return;
    }
    Row values = equal.values();
    for (int i = 0; i < values.columns().size(); i++) {
      Column column = Lookup.column(table, values.columns().get(i));
      boolean value = !(values.values().get(i) instanceof Value.Null);
      if (value && isNeverEqual(column.type())) {
        throw new OperationException(
            "'where' compares " + column.name() + " of the type " + column.type() + ".",
            "Databases do it differently, or not at all: write 'where' as SQL.");
      }
      if (value) {
        check(column, values.values().get(i), "'where'");
      }
    }
  }

  private static boolean isNeverEqual(DataType type) {
    return type.is(TypeKind.JSON)
        || type.is(TypeKind.REAL)
        || type.is(TypeKind.DOUBLE)
        || type.is(TypeKind.INTERVAL)
        || type instanceof DataType.Array;
  }

  /** Whether its columns are fit for rows; its values are looked at when a plan is made. */
  static void check(Table table, RowFile file) {
    for (String name : file.columns()) {
      requireSeparated(table, name, file.written());
      requireNotComputed(Lookup.column(table, name), file.written().path());
    }
    requireComplete(table, file.columns(), file.written().path());
  }

  /** A header that was not taken apart says so, before its columns are looked for. */
  private static void requireSeparated(Table table, String name, RowFile.Written written) {
    String separator = name.replaceAll("[^;|]", "");
    if (written.csv() != null && !separator.isEmpty() && table.column(name).isEmpty()) {
      throw new OperationException(
          "The table " + table.name() + " has no column " + name + ".",
          "If its values are separated so, add csv: {delimiter: \"" + separator.charAt(0) + "\"}.");
    }
  }

  private static void check(Table table, Row row, int number) {
    for (int i = 0; i < row.columns().size(); i++) {
      Column column = Lookup.column(table, row.columns().get(i));
      requireNotComputed(column, "Row " + number);
      check(column, row.values().get(i), "Row " + number);
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

  private static void check(Column column, Value value, String what) {
    if (value instanceof Value.Null && !column.nullable()) {
      throw new OperationException(
          what + " has NULL for " + column.name() + ", which is not nullable.", null);
    }
    if (value instanceof Value.Text text) {
      try {
        Literal.parse(column.type(), text.text());
      } catch (IllegalArgumentException e) {
        throw new OperationException(
            what + ", column " + column.name() + ": " + e.getMessage(),
            Literal.expressionHint(text.text()));
      }
    }
  }
}
