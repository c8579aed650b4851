package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Adds a value to an enum type, for all columns that use it.
 *
 * @param before the value that it stands before, null where that is not said
 * @param after the value that it stands behind, null where that is not said; without both it is
 *     last
 * @param ifNotExists whether it is fine when the type has it already
 */
public record AddValue(
    String type, String value, @Nullable String before, @Nullable String after, boolean ifNotExists)
    implements Operation {
  public AddValue {
    requireNonNull(type, "type");
    requireNonNull(value, "value");
    if (before != null && after != null) {
      throw new IllegalArgumentException("A value stands before another or after it, not both.");
    }
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitAddValue(this);
  }
}
