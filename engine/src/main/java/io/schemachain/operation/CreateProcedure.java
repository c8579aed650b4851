package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Routine;

/**
 * Creates a procedure.
 *
 * @param replace whether it takes the place of one that is there
 */
public record CreateProcedure(Routine procedure, boolean replace) implements Operation {
  public CreateProcedure {
    requireNonNull(procedure, "procedure");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateProcedure(this);
  }
}
