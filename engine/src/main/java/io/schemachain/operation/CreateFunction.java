package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Routine;

/**
 * Creates a function.
 *
 * @param replace whether it takes the place of one that is there
 */
public record CreateFunction(Routine function, boolean replace) implements Operation {
  public CreateFunction {
    requireNonNull(function, "function");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateFunction(this);
  }
}
