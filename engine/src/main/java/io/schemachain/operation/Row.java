package io.schemachain.operation;

import io.schemachain.model.Value;
import java.util.List;

/** A row to insert: a value for each of its columns. A column left out takes its default. */
public record Row(List<String> columns, List<Value> values) {
  public Row {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
    if (columns.size() != values.size() || columns.isEmpty()) {
      throw new IllegalArgumentException("A row has one value for each column, and at least one.");
    }
  }
}
