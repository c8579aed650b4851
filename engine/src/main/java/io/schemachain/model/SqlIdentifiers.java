package io.schemachain.model;

/**
 * Names inside SQL expressions that the model keeps as text: checks, computed columns, index
 * expressions, predicates. A database follows a rename in them; so must the model.
 */
public final class SqlIdentifiers {
  private SqlIdentifiers() {}

  /**
   * The expression with each use of a name replaced, outside string literals.
   *
   * @param replacement the new name as SQL writes it, quoted where it must be
   */
  public static String rename(String sql, String from, String replacement) {
    StringBuilder out = new StringBuilder(sql.length());
    int i = 0;
    while (i < sql.length()) {
      int end = tokenEnd(sql, i);
      out.append(isUse(sql, i, end, from) ? replacement : sql.substring(i, end));
      i = end;
    }
    return out.toString();
  }

  /** Whether the expression uses the name, outside string literals. */
  public static boolean uses(String sql, String name) {
    int i = 0;
    while (i < sql.length()) {
      int end = tokenEnd(sql, i);
      if (isUse(sql, i, end, name)) {
        return true;
      }
      i = end;
    }
    return false;
  }

  /** A word before a parenthesis is a function. */
  private static boolean isUse(String sql, int start, int end, String name) {
    char first = sql.charAt(start);
    String token = sql.substring(start, end);
    if (isQuote(first)) {
      return token.length() > 1 && Names.same(token.substring(1, token.length() - 1), name);
    }
    return isWordStart(first) && Names.same(token, name) && !isCall(sql, end);
  }

  private static boolean isCall(String sql, int end) {
    int next = end;
    while (next < sql.length() && Character.isWhitespace(sql.charAt(next))) {
      next++;
    }
    return next < sql.length() && sql.charAt(next) == '(';
  }

  /** End of the literal, quoted name, word or single character that starts at {@code start}. */
  private static int tokenEnd(String sql, int start) {
    char first = sql.charAt(start);
    if (first == '\'' || isQuote(first)) {
      char close = first == '[' ? ']' : first;
      int end = sql.indexOf(close, start + 1);
      return end < 0 ? sql.length() : end + 1;
    }
    int end = start + 1;
    if (isWordPart(first)) {
      while (end < sql.length() && isWordPart(sql.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '`' || c == '[';
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
