package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

/**
 * Drops an enum type that no column uses.
 *
 * @param ifExists whether it is fine when there is none
 */
public record DropType(String type, boolean ifExists) implements Operation {
  public DropType {
    requireNonNull(type, "type");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropType(this);
  }
}
