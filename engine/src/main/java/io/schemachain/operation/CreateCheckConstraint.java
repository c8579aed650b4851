package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Check;
import io.schemachain.model.TableName;

/** Adds a check constraint to an existing table. */
public record CreateCheckConstraint(TableName table, Check check) implements Operation {
  public CreateCheckConstraint {
    requireNonNull(table, "table");
    requireNonNull(check, "check");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateCheckConstraint(this);
  }
}
