package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.ForeignKey;
import io.schemachain.model.TableName;

/** Adds a foreign key to an existing table. */
public record CreateForeignKey(TableName table, ForeignKey foreignKey) implements Operation {
  public CreateForeignKey {
    requireNonNull(table, "table");
    requireNonNull(foreignKey, "foreignKey");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateForeignKey(this);
  }
}
