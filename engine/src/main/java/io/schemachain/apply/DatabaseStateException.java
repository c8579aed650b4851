package io.schemachain.apply;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;

/** The database is in a state in which the command must not go on. */
public final class DatabaseStateException extends SchemaException {
  private static final long serialVersionUID = 1L;

  private final Status status;

  public DatabaseStateException(Status status, String message) {
    super(message);
    this.status = status;
  }

  @Override
  public Status status() {
    return status;
  }
}
