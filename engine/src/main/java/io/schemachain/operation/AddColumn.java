package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Column;
import io.schemachain.model.TableName;

/** Adds one column to an existing table. */
public record AddColumn(TableName table, Column column) implements Operation {
  public AddColumn {
    requireNonNull(table, "table");
    requireNonNull(column, "column");
  }

  public AddColumn withColumn(Column value) {
    return new AddColumn(table, value);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitAddColumn(this);
  }
}
