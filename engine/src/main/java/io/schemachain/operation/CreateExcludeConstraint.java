package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Exclusion;
import io.schemachain.model.TableName;

/** Adds an exclude constraint to an existing table. */
public record CreateExcludeConstraint(TableName table, Exclusion constraint) implements Operation {
  public CreateExcludeConstraint {
    requireNonNull(table, "table");
    requireNonNull(constraint, "constraint");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateExcludeConstraint(this);
  }
}
