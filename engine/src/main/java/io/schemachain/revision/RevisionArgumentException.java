package io.schemachain.revision;

import io.schemachain.diagnostic.SchemaException;

/** A revision argument that names nothing, or too much. */
public final class RevisionArgumentException extends SchemaException {
  private static final long serialVersionUID = 1L;

  public RevisionArgumentException(String message) {
    super(message);
  }
}
