package io.schemachain.jpa;

import org.jspecify.annotations.Nullable;

/** Entities that cannot be read: which, why, and what to do, in words. */
final class JpaException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final @Nullable String hint;

  JpaException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  @Nullable String hint() {
    return hint;
  }
}
