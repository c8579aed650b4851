package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import java.util.List;

/** Inserts rows, in their order. */
public record BulkInsert(TableName table, List<Row> rows) implements Operation {
  public BulkInsert {
    requireNonNull(table, "table");
    rows = List.copyOf(rows);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitBulkInsert(this);
  }
}
