package io.schemachain.model;

import io.schemachain.diagnostic.SchemaException;
import org.jspecify.annotations.Nullable;

/** A text that is not a type. */
public final class TypeSyntaxException extends SchemaException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String hint;

  public TypeSyntaxException(String message, @Nullable String hint) {
    super(message);
    this.hint = hint;
  }

  /** What to type instead, if that can be said. */
  public @Nullable String hint() {
    return hint;
  }
}
