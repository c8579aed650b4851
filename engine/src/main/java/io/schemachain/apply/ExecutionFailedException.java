package io.schemachain.apply;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import org.jspecify.annotations.Nullable;

/** A statement of a revision failed. */
public final class ExecutionFailedException extends SchemaException {
  private static final long serialVersionUID = 1L;

  private final Status status;

  public ExecutionFailedException(Status status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  @Override
  public Status status() {
    return status;
  }
}
