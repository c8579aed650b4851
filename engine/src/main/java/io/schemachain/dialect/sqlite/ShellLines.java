package io.schemachain.dialect.sqlite;

import java.util.Locale;

/**
 * What sqlite3 does not take as it stands. Lines that are not SQL to it: {@code /} and {@code go},
 * alone on a line, end a statement. Dots matter only before a statement.
 */
final class ShellLines {
  private ShellLines() {}

  /** The statement with a comment before each such line outside strings, names and comments. */
  static String safe(String statement) {
    StringBuilder out = new StringBuilder(statement.length());
    int i = 0;
    while (i < statement.length()) {
      int end = tokenEnd(statement, i);
      if (statement.charAt(i) == '\'') {
        out.append(string(statement.substring(i, end)));
      } else {
        out.append(statement, i, end);
      }
      if (statement.charAt(end - 1) == '\n' && endsStatement(lineAt(statement, end))) {
        out.append("/**/ ");
      }
      i = end;
    }
    return out.toString();
  }

  /** sqlite3 reads CR LF as LF, also within a string. */
  private static String string(String token) {
    return token.contains("\r\n")
        ? "(" + token.replace("\r\n", "' || char(13) || '\n") + ")"
        : token;
  }

  private static boolean endsStatement(String line) {
    String word = line.strip().toLowerCase(Locale.ROOT);
    return word.equals("/") || word.equals("go");
  }

  private static String lineAt(String text, int start) {
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /** End of the string, quoted name, comment or single character at {@code start}. */
  private static int tokenEnd(String text, int start) {
    char first = text.charAt(start);
    if (first == '\'' || first == '"' || first == '`') {
      return after(text, String.valueOf(first), start + 1);
    }
    if (first == '[') {
      return after(text, "]", start + 1);
    }
    if (text.startsWith("--", start)) {
      return after(text, "\n", start);
    }
    return text.startsWith("/*", start) ? after(text, "*/", start + 2) : start + 1;
  }

  private static int after(String text, String close, int from) {
    int found = text.indexOf(close, from);
    return found < 0 ? text.length() : found + close.length();
  }
}
