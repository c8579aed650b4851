package io.schemachain.dialect.mysql;

/** What the command line client sees in a statement. */
final class ClientText {
  private ClientText() {}

  /** Whether there is a semicolon that it may take for the end: one outside of quotes. */
  static boolean hasSemicolon(String statement) {
    int i = 0;
    while (i < statement.length()) {
      int end = tokenEnd(statement, i);
      // In a block comment the client may count it or not.
      if (!isQuote(statement.charAt(i))
          && !isLineComment(statement, i)
          && statement.substring(i, end).contains(";")) {
        return true;
      }
      i = end;
    }
    return false;
  }

  /** End of the quoted text, the comment or the single character that starts there. */
  private static int tokenEnd(String text, int start) {
    char first = text.charAt(start);
    if (isQuote(first)) {
      return quoteEnd(text, start, first);
    }
    if (isLineComment(text, start)) {
      int end = text.indexOf('\n', start);
      return end < 0 ? text.length() : end + 1;
    }
    if (text.startsWith("/*", start)) {
      int end = text.indexOf("*/", start + 2);
      return end < 0 ? text.length() : end + 2;
    }
    return start + 1;
  }

  private static int quoteEnd(String text, int start, char quote) {
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      i += text.charAt(i) == '\\' && quote != '`' ? 2 : 1;
    }
    return Math.min(i + 1, text.length());
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
  }

  private static boolean isLineComment(String text, int start) {
    return text.charAt(start) == '#'
        || (text.startsWith("--", start)
            && (start + 2 == text.length() || Character.isWhitespace(text.charAt(start + 2))));
  }
}
