package io.schemachain.application;

import io.schemachain.diagnostic.SchemaException;

/** What an application gives, or carries, cannot be used. */
public final class ApplicationException extends SchemaException {
  private static final long serialVersionUID = 1L;

  ApplicationException(String message, Throwable cause) {
    super(message, cause);
  }

  ApplicationException(String message) {
    super(message);
  }

  @Override
  public boolean isEnvironmental() {
    return true;
  }
}
