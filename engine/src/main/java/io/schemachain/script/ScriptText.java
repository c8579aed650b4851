package io.schemachain.script;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.ScriptStyle;
import io.schemachain.dialect.SqlStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A script while it is written: statements and comments, each on lines of its own, with LF. */
final class ScriptText {
  private final ScriptStyle style;
  private final Appendable out;

  ScriptText(ScriptStyle style, Appendable out) {
    this.style = requireNonNull(style, "style");
    this.out = requireNonNull(out, "out");
  }

  void statement(SqlStatement statement) {
    terminated(statement.text());
  }

  void statements(List<SqlStatement> statements) {
    for (SqlStatement statement : statements) {
      statement(statement);
    }
  }

  /** A statement without its end, which is written behind it. */
  void terminated(String statement) {
    line(style.terminated(statement));
  }

  /** Likewise each of them. */
  void terminated(List<String> statements) {
    for (String statement : statements) {
      terminated(statement);
    }
  }

  void lines(List<String> lines) {
    for (String line : lines) {
      line(line);
    }
  }

  private void line(String line) {
    write(line);
    write("\n");
  }

  void emptyLine() {
    write("\n");
  }

  /** One line, whatever a message or a file name may hold. */
  void comment(String text) {
    line(style.comment(printable(text)));
  }

  /** A line without its end, behind which nothing comes. */
  void last(String line) {
    write(line);
  }

  private void write(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without line ends, and without what would turn the reading direction. */
  static String printable(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> printable.appendCodePoint(Character.isISOControl(c) || isFormat(c) ? ' ' : c));
    return printable.toString();
  }

  /** Printable, all of it, as nearly every text is. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isFormat(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
