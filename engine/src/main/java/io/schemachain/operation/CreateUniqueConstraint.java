package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;

/** Adds a unique constraint to an existing table. */
public record CreateUniqueConstraint(TableName table, UniqueConstraint constraint)
    implements Operation {
  public CreateUniqueConstraint {
    requireNonNull(table, "table");
    requireNonNull(constraint, "constraint");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateUniqueConstraint(this);
  }
}
