package io.schemachain.dialect;

import io.schemachain.diagnostic.SchemaException;
import org.jspecify.annotations.Nullable;

/** SQL text that cannot be cut into statements. */
public final class SqlSyntaxException extends SchemaException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String hint;
  private final int offset;

  /**
   * @param message what is wrong, one sentence
   * @param hint what to do
   * @param offset where in the text, in UTF-16 units
   */
  public SqlSyntaxException(String message, @Nullable String hint, int offset) {
    super(message);
    this.hint = hint;
    this.offset = offset;
  }

  public @Nullable String hint() {
    return hint;
  }

  /** Where in the text it was found, in UTF-16 units from its start. */
  public int offset() {
    return offset;
  }
}
