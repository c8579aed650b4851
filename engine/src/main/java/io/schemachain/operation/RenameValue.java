package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

/** Writes a value of an enum type otherwise, in all rows that have it too. */
public record RenameValue(String type, String value, String newValue) implements Operation {
  public RenameValue {
    requireNonNull(type, "type");
    requireNonNull(value, "value");
    requireNonNull(newValue, "newValue");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitRenameValue(this);
  }
}
