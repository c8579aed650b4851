package io.schemachain.operation;

import io.schemachain.diagnostic.SchemaException;
import org.jspecify.annotations.Nullable;

/** An operation does not fit the schema in which it stands. */
public final class OperationException extends SchemaException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String hint;

  public OperationException(String message, @Nullable String hint) {
    super(message);
    this.hint = hint;
  }

  /** What to do about it, if that can be said. */
  public @Nullable String hint() {
    return hint;
  }
}
