package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

/**
 * Creates a schema.
 *
 * @param ifNotExists whether it is no error that it exists already
 */
public record CreateSchema(String schema, boolean ifNotExists) implements Operation {
  public CreateSchema {
    requireNonNull(schema, "schema");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateSchema(this);
  }
}
