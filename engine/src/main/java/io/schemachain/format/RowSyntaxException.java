package io.schemachain.format;

import org.jspecify.annotations.Nullable;

/** A file of rows that cannot be understood, and where. */
final class RowSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final @Nullable String hint;

  RowSyntaxException(int line, int column, String message, @Nullable String hint) {
    super(message);
    this.line = line;
    this.column = column;
    this.hint = hint;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  @Nullable String hint() {
    return hint;
  }
}
