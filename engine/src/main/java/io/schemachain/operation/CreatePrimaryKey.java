package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.PrimaryKey;
import io.schemachain.model.TableName;

/** Gives an existing table a primary key. */
public record CreatePrimaryKey(TableName table, PrimaryKey primaryKey) implements Operation {
  public CreatePrimaryKey {
    requireNonNull(table, "table");
    requireNonNull(primaryKey, "primaryKey");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreatePrimaryKey(this);
  }
}
