package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;

/** Deletes rows. */
public record Delete(TableName table, Condition where) implements Operation {
  public Delete {
    requireNonNull(table, "table");
    requireNonNull(where, "where");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDelete(this);
  }
}
