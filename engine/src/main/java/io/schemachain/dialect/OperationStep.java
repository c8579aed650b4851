package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Schema;
import io.schemachain.operation.EnumReferences;
import io.schemachain.operation.Operation;

/**
 * An operation in its place: what the schema is before it, and what it makes of it.
 *
 * @param operation its enum types have their values, whether or not they were written
 */
public record OperationStep(Operation operation, Schema before, Schema after) {
  public OperationStep {
    requireNonNull(operation, "operation");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    operation = EnumReferences.resolve(operation, before);
  }
}
