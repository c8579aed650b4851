package io.schemachain.operation;

import org.jspecify.annotations.Nullable;

/**
 * What an alteration does to something that may be absent: leave it, set it or drop it.
 *
 * @param present whether anything is said at all
 * @param value the new value; null drops it
 */
public record Change<T>(boolean present, @Nullable T value) {
  public Change {
    if (!present && value != null) {
      throw new IllegalArgumentException("A change that is absent has no value");
    }
  }

  /** Leaves it as it is. */
  public static <T> Change<T> none() {
    return new Change<>(false, null);
  }

  public static <T> Change<T> to(T value) {
    return new Change<>(true, value);
  }

  /** Takes it away. */
  public static <T> Change<T> drop() {
    return new Change<>(true, null);
  }

  public static <T> Change<T> toNullable(@Nullable T value) {
    return new Change<>(true, value);
  }

  /** What is there after the change. */
  public @Nullable T over(@Nullable T old) {
    return present ? value : old;
  }

  /** Whether it takes away what is there. */
  public boolean drops() {
    return present && value == null;
  }
}
