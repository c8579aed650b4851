package io.schemachain.golden;

import io.schemachain.model.TableName;
import io.schemachain.model.Value;
import io.schemachain.operation.Backfill;
import io.schemachain.operation.BulkInsert;
import io.schemachain.operation.Condition;
import io.schemachain.operation.Delete;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Row;
import io.schemachain.operation.RowFile;
import io.schemachain.operation.Update;
import io.schemachain.operation.Upsert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What operations make of the rows of a table, done here by hand: the tables of a case are small. A
 * column that is not in a row has a value that only the database knows, as has an expression.
 */
final class ExpectedRows {
  private final List<Map<String, Value>> rows = new ArrayList<>();

  private ExpectedRows() {}

  /** Nothing where a condition is SQL, so that only the database knows. */
  static Optional<List<Row>> of(TableName table, List<Operation> operations) {
    ExpectedRows expected = new ExpectedRows();
    for (Operation operation : operations) {
      if (!expected.apply(table, operation)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        expected.rows.stream()
            .map(row -> new Row(List.copyOf(row.keySet()), List.copyOf(row.values())))
            .toList());
  }

  /** Whether it changes or deletes rows that are there. */
  static boolean changes(TableName table, Operation operation) {
    return (operation instanceof Backfill backfill && backfill.table().equals(table))
        || (operation instanceof Update update && update.table().equals(table))
        || (operation instanceof Delete delete && delete.table().equals(table))
        || (operation instanceof Upsert upsert && upsert.table().equals(table));
  }

  private boolean apply(TableName table, Operation operation) {
    if (operation instanceof Backfill backfill) {
      return apply(table, backfill.asUpdate());
    }
    if (operation instanceof BulkInsert insert && insert.table().equals(table)) {
      all(insert.rows(), insert.file()).forEach(row -> rows.add(map(row)));
    } else if (operation instanceof Upsert upsert && upsert.table().equals(table)) {
      all(upsert.rows(), upsert.file()).forEach(row -> put(map(row), upsert.key()));
    } else if (operation instanceof Update update && update.table().equals(table)) {
      for (Map<String, Value> row : rows) {
        Optional<Boolean> meant = isMeant(row, update.where());
        if (meant.isEmpty()) {
          return false;
        }
        if (meant.get()) {
          row.putAll(map(update.set()));
        }
      }
    } else if (operation instanceof Delete delete && delete.table().equals(table)) {
      if (rows.stream().anyMatch(row -> isMeant(row, delete.where()).isEmpty())) {
        return false;
      }
      rows.removeIf(row -> isMeant(row, delete.where()).orElseThrow());
    }
    return true;
  }

  private void put(Map<String, Value> row, List<String> key) {
    for (Map<String, Value> old : rows) {
      if (key.stream().allMatch(column -> Objects.equals(row.get(column), old.get(column)))) {
        old.putAll(row);
        return;
      }
    }
    rows.add(row);
  }

  private static Optional<Boolean> isMeant(Map<String, Value> row, Condition where) {
    if (where instanceof Condition.Sql) {
      return Optional.empty();
    }
    boolean meant = true;
    if (where instanceof Condition.Equal equal) {
      for (Map.Entry<String, Value> entry : map(equal.values()).entrySet()) {
        if (entry.getValue() instanceof Value.Sql || !row.containsKey(entry.getKey())) {
          return Optional.empty();
        }
        meant &= entry.getValue().equals(row.get(entry.getKey()));
      }
    }
    return Optional.of(meant);
  }

  private static Map<String, Value> map(Row row) {
    Map<String, Value> map = new HashMap<>();
    for (int i = 0; i < row.columns().size(); i++) {
      map.put(row.columns().get(i), row.values().get(i));
    }
    return map;
  }

  /** Rows in the document, or in a file. */
  static List<Row> all(List<Row> inDocument, @Nullable RowFile file) {
    if (file == null) {
      return inDocument;
    }
    List<Row> rows = new ArrayList<>();
    try (RowFile.Cursor cursor = file.open()) {
      while (cursor.next()) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < file.columns().size(); i++) {
          Value value = cursor.value(i);
          values.add(value instanceof Value.Json json ? Value.text(json.text()) : value);
        }
        rows.add(new Row(file.columns(), values));
      }
    }
    return rows;
  }
}
