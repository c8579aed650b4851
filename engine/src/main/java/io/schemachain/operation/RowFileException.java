package io.schemachain.operation;

import io.schemachain.diagnostic.SchemaException;

/** A file of rows cannot be read, or holds other rows than when its document was read. */
public final class RowFileException extends SchemaException {
  private static final long serialVersionUID = 1L;

  public RowFileException(String message) {
    super(message);
  }
}
