package io.schemachain.dialect;

import org.jspecify.annotations.Nullable;

/** The effect of a statement cannot be read from it, or not all of it. */
final class NotUnderstoodException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String hint;

  NotUnderstoodException() {
    this(null);
  }

  /**
   * @param hint what would make it understood
   */
  NotUnderstoodException(@Nullable String hint) {
    super("not understood", null, false, false);
    this.hint = hint;
  }

  @Nullable String hint() {
    return hint;
  }
}
