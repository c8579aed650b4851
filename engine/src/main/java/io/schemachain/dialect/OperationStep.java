package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Schema;
import io.schemachain.operation.Operation;

/** An operation in its place: what the schema is before it, and what it makes of it. */
public record OperationStep(Operation operation, Schema before, Schema after) {
  public OperationStep {
    requireNonNull(operation, "operation");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
