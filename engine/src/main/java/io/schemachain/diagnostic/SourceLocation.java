package io.schemachain.diagnostic;

import static java.util.Objects.requireNonNull;

/**
 * A place in a text.
 *
 * @param source the text
 * @param line 1 is the first; 0 means the file as a whole
 * @param column 1 is the first, counted in UTF-16 units; 0 means the line as a whole
 */
public record SourceLocation(SourceText source, int line, int column) {
  public SourceLocation {
    requireNonNull(source, "source");
    if (line < 0 || column < 0 || (line == 0 && column != 0)) {
      throw new IllegalArgumentException("Not a position: " + line + ":" + column);
    }
  }

  /** The file as a whole. */
  public static SourceLocation ofFile(SourceText source) {
    return new SourceLocation(source, 0, 0);
  }

  public String path() {
    return source.path();
  }

  /** {@code path:line:column}, without the parts that are not known. */
  @Override
  public String toString() {
    if (line == 0) {
      return path();
    }
    return column == 0 ? path() + ":" + line : path() + ":" + line + ":" + column;
  }
}
