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
}
