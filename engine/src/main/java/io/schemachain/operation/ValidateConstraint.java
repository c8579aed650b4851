package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.TableName;

/** Checks the rows that were there before a constraint that was created as not valid. */
public record ValidateConstraint(TableName table, String name) implements Operation {
  public ValidateConstraint {
    requireNonNull(table, "table");
    Names.requireName(name, "constraint");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitValidateConstraint(this);
  }
}
