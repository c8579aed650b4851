package io.schemachain.model;

import io.schemachain.diagnostic.SchemaException;

/** A name that something else in the schema has already. */
public final class NameTakenException extends SchemaException {
  private static final long serialVersionUID = 1L;

  public NameTakenException(ObjectKind kind, String name, String holder) {
    super("The name " + name + " of the " + kind.words() + " is taken by " + holder + ".");
  }
}
