package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

/**
 * Drops a schema that has nothing in it.
 *
 * @param ifExists whether it is no error that there is none
 */
public record DropSchema(String schema, boolean ifExists) implements Operation {
  public DropSchema {
    requireNonNull(schema, "schema");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropSchema(this);
  }
}
