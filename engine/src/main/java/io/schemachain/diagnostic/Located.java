package io.schemachain.diagnostic;

import static java.util.Objects.requireNonNull;

/**
 * A value and where it was written. The position is beside the value and not in it, so that two
 * equal values from different places stay equal.
 */
public record Located<T>(T value, SourceLocation location) {
  public Located {
    requireNonNull(value, "value");
    requireNonNull(location, "location");
  }
}
