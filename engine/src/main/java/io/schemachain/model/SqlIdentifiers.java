package io.schemachain.model;

import java.util.Locale;

/**
 * Names inside SQL expressions that the model keeps as text: checks, computed columns, index
 * expressions, predicates. A database follows a rename in them; so must the model.
 */
public final class SqlIdentifiers {
  private SqlIdentifiers() {}

  /** The expression with each use of a name replaced, outside string literals. */
  public static String rename(String sql, String from, String to) {
    StringBuilder out = new StringBuilder(sql.length());
    int i = 0;
    while (i < sql.length()) {
      int end = tokenEnd(sql, i);
      String token = sql.substring(i, end);
      out.append(isUse(token, from) ? replacement(token, to) : token);
      i = end;
    }
    return out.toString();
  }

  /** Whether the expression uses the name, outside string literals. */
  public static boolean uses(String sql, String name) {
    int i = 0;
    while (i < sql.length()) {
      int end = tokenEnd(sql, i);
      if (isUse(sql.substring(i, end), name)) {
        return true;
      }
      i = end;
    }
    return false;
  }

  private static boolean isUse(String token, String name) {
    char first = token.charAt(0);
    if (isQuote(first)) {
      return token.length() > 1 && Names.same(token.substring(1, token.length() - 1), name);
    }
    return isWordStart(first) && Names.same(token, name);
  }

  private static String replacement(String token, String to) {
    char first = token.charAt(0);
    if (isQuote(first)) {
      return first + to + token.charAt(token.length() - 1);
    }
    return isPlain(to) ? to : '"' + to + '"';
  }

  private static boolean isPlain(String name) {
    return name.equals(name.toLowerCase(Locale.ROOT))
        && isWordStart(name.charAt(0))
        && name.chars().allMatch(SqlIdentifiers::isWordPart);
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
