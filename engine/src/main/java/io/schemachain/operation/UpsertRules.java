package io.schemachain.operation;

import io.schemachain.model.Table;
import io.schemachain.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether rows can be told from others by a key. */
final class UpsertRules {
  private UpsertRules() {}

  static void check(Upsert operation, Table table) {
    RowRules.check(table, operation.rows());
    for (String column : operation.key()) {
      Lookup.column(table, column);
    }
    if (!ForeignKeyRules.isUnique(table, operation.key())) {
      throw new OperationException(
          "The columns "
              + String.join(", ", operation.key())
              + " are not unique in "
              + table.name()
              + ".",
          "Name those of its primary key or of a unique constraint, or make these unique first.");
    }
    RowFile file = operation.file();
    if (file != null) {
      RowRules.check(table, file);
      requireKey(operation, file.columns(), file.written().path());
    }
    Set<List<Value>> keys = new HashSet<>();
    for (int i = 0; i < operation.rows().size(); i++) {
      Row row = operation.rows().get(i);
      String what = "Row " + (i + 1);
      requireKey(operation, row.columns(), what);
      List<Value> key = new ArrayList<>();
      for (String column : operation.key()) {
        Value value = row.values().get(row.columns().indexOf(column));
        if (!(value instanceof Value.Text)) {
          throw new OperationException(
              what + " has no constant for " + column + ", which is of the key.", null);
        }
        key.add(value);
      }
      if (!keys.add(key)) {
        throw new OperationException(
            what + " has the key of a row before it.", "A database would take one of them.");
      }
    }
  }

  private static void requireKey(Upsert operation, List<String> columns, String what) {
    for (String column : operation.key()) {
      if (!columns.contains(column)) {
        throw new OperationException(
            what + " has no value for " + column + ", which is of the key.", null);
      }
    }
  }
}
