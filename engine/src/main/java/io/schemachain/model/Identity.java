package io.schemachain.model;

import org.jspecify.annotations.Nullable;

/**
 * A column that numbers itself.
 *
 * @param always whether a value given by an INSERT is refused (GENERATED ALWAYS)
 * @param start first number, 1 when null
 * @param increment step, 1 when null
 */
public record Identity(boolean always, @Nullable Long start, @Nullable Long increment) {
  public static final Identity DEFAULT = new Identity(false, null, null);

  public Identity {
    if (increment != null && increment == 0) {
      throw new IllegalArgumentException("The increment of an identity cannot be 0.");
    }
  }

  public long startOrDefault() {
    return start == null ? 1 : start;
  }

  public long incrementOrDefault() {
    return increment == null ? 1 : increment;
  }
}
