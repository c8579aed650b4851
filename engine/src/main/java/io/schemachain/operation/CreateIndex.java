package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Index;
import io.schemachain.model.TableName;

/**
 * Creates an index.
 *
 * @param concurrently whether the table can be written to meanwhile
 * @param ifNotExists whether it is fine when there is one of that name
 */
public record CreateIndex(TableName table, Index index, boolean concurrently, boolean ifNotExists)
    implements Operation {
  public CreateIndex {
    requireNonNull(table, "table");
    requireNonNull(index, "index");
  }

  public CreateIndex(TableName table, Index index) {
    this(table, index, false, false);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateIndex(this);
  }
}
