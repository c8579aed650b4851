package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Index;
import io.schemachain.model.TableName;

/** Creates an index. */
public record CreateIndex(TableName table, Index index) implements Operation {
  public CreateIndex {
    requireNonNull(table, "table");
    requireNonNull(index, "index");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateIndex(this);
  }
}
