package io.schemachain.diagnostic;

import org.jspecify.annotations.Nullable;

/** Root of everything that this library throws on purpose. */
public abstract class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected SchemaException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  protected SchemaException(String message) {
    super(message);
  }

  /** How the goal that meets this ends. */
  public Status status() {
    return Status.INVALID;
  }

  /** Whether the place where it runs is broken, and not what the user wrote. */
  public boolean isEnvironmental() {
    return false;
  }
}
