package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Names;
import io.schemachain.model.TableName;

/** Drops a constraint of any kind by its name. */
public record DropConstraint(TableName table, String name) implements Operation {
  public DropConstraint {
    requireNonNull(table, "table");
    Names.requireName(name, "constraint");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropConstraint(this);
  }
}
