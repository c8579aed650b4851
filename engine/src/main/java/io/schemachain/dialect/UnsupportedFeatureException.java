package io.schemachain.dialect;

import io.schemachain.diagnostic.SchemaException;
import org.jspecify.annotations.Nullable;

/** A database cannot do what an operation asks for: "MySQL does not support partial indexes." */
public final class UnsupportedFeatureException extends SchemaException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String hint;

  /**
   * @param database as people write it, such as {@code MySQL}
   * @param feature a noun phrase, such as {@code partial indexes}
   * @param hint what to do instead, one sentence
   */
  public UnsupportedFeatureException(String database, String feature, @Nullable String hint) {
    super(database + " does not support " + feature + ".");
    this.hint = hint;
  }

  public @Nullable String hint() {
    return hint;
  }
}
