package io.schemachain.model;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    return names(sql).contains(Names.fold(name));
  }

  /** The names, folded, that the expression can be using: its words, function names left out. */
  public static Set<String> names(String sql) {
    Set<String> names = new LinkedHashSet<>();
    int i = 0;
    while (i < sql.length()) {
      int end = tokenEnd(sql, i);
      String name = name(sql, i, end);
      if (name != null) {
        names.add(Names.fold(name));
      }
      i = end;
    }
    return names;
  }

  /** All words and quoted names, folded, of any SQL: what it uses is among them. */
  public static Set<String> words(String sql) {
    Set<String> words = new LinkedHashSet<>();
    tables(sql).forEach(table -> words.add(table.name()));
    return words;
  }

  /** The same as names of tables, those behind a word and a point with that schema as well. */
  public static Set<TableName> tables(String sql) {
    Set<TableName> tables = new LinkedHashSet<>();
    String schema = null;
    String last = null;
    int i = 0;
    while (i < sql.length()) {
      int end = tokenEnd(sql, i);
      String word = word(sql, i, end);
      if (word != null) {
        tables.add(TableName.of(word));
        if (schema != null) {
          tables.add(new TableName(schema, word));
        }
      }
      schema = sql.charAt(i) == '.' ? last : null;
      last = word;
      i = end;
    }
    return tables;
  }

  private static @Nullable String word(String sql, int start, int end) {
    char first = sql.charAt(start);
    String word =
        isQuote(first) && end - start > 1
            ? sql.substring(start + 1, end - 1)
            : isWordStart(first) ? sql.substring(start, end) : "";
    return word.isEmpty() || Names.hasControl(word) ? null : Names.fold(word);
  }

  private static boolean isUse(String sql, int start, int end, String name) {
    String found = name(sql, start, end);
    return found != null && Names.same(found, name);
  }

  /** A word before a parenthesis is a function. */
  private static @Nullable String name(String sql, int start, int end) {
    char first = sql.charAt(start);
    if (isQuote(first)) {
      return end - start > 1 ? sql.substring(start + 1, end - 1) : null;
    }
    return isWordStart(first) && !isCall(sql, end) ? sql.substring(start, end) : null;
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
