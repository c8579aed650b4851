package io.schemachain.apply;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import org.jspecify.annotations.Nullable;

/** The database cannot be reached, or not be understood. */
public final class ConnectionFailedException extends SchemaException {
  private static final long serialVersionUID = 1L;

  public ConnectionFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public Status status() {
    return Status.FAILED;
  }

  @Override
  public boolean isEnvironmental() {
    return true;
  }
}
