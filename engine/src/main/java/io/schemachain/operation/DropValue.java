package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

/** Takes a value away from an enum type. No row may have it. */
public record DropValue(String type, String value) implements Operation {
  public DropValue {
    requireNonNull(type, "type");
    requireNonNull(value, "value");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropValue(this);
  }
}
