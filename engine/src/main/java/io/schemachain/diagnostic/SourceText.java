package io.schemachain.diagnostic;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A text that was read, with the path under which the user knows it. Kept by reference in every
 * {@link SourceLocation}, so that the excerpt under a diagnostic costs nothing until it is printed.
 */
public final class SourceText {
  private final String path;
  private final String content;
  private final int firstLine;

  public SourceText(String path, String content) {
    this(path, content, 1);
  }

  /**
   * A part of a text that is too long to be held.
   *
   * @param firstLine the number of the line with which the content begins
   */
  public SourceText(String path, String content, int firstLine) {
    this.path = requireNonNull(path, "path");
    this.content = requireNonNull(content, "content");
    this.firstLine = firstLine;
  }

  /**
   * The path as it is printed: relative where the user gave a relative one, with forward slashes.
   */
  public String path() {
    return path;
  }

  public String content() {
    return content;
  }

  /** The text of a line without its line end; empty when the text has no such line. */
  public String line(int number) {
    int start = 0;
    for (int line = firstLine; line < number; line++) {
      int end = content.indexOf('\n', start);
      if (end < 0) {
        return "";
      }
      start = end + 1;
    }
    int end = content.indexOf('\n', start);
    String line = end < 0 ? content.substring(start) : content.substring(start, end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** The same mistake in a text that was read twice is one mistake. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof SourceText that
            && firstLine == that.firstLine
            && path.equals(that.path)
            && content.equals(that.content));
  }

  @Override
  public int hashCode() {
    return 31 * path.hashCode() + firstLine;
  }

  @Override
  public String toString() {
    return path;
  }
}
