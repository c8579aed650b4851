package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.DataType;

/**
 * Creates an enum type.
 *
 * @param ifNotExists whether it is fine when it exists already
 */
public record CreateType(DataType.Enumeration type, boolean ifNotExists) implements Operation {
  public CreateType {
    requireNonNull(type, "type");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCreateType(this);
  }
}
