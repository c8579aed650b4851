package io.schemachain.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Goes once through SQL text of a catalog, from its first token to its last, and takes names and
 * pieces of it. Comments are not there.
 */
public final class SqlCursor {
  private final String sql;
  private final List<SqlToken> tokens;
  private int position;

  /**
   * @throws SqlSyntaxException if a quote or a comment is not closed
   */
  public SqlCursor(String sql, SqlLexis lexis) {
    this.sql = sql;
    this.tokens = SqlScanner.code(sql, lexis);
  }

  public boolean atEnd() {
    return position == tokens.size();
  }

  /**
   * Whether a bare word or a symbol comes next.
   *
   * @param word in upper case
   */
  public boolean isNext(String word) {
    return isAt(position, word);
  }

  /** Whether any of these comes next. */
  public boolean isNextOf(Iterable<String> words) {
    for (String word : words) {
      if (isNext(word)) {
        return true;
      }
    }
    return false;
  }

  /** Goes past words if all of them come next, one after the other. */
  public boolean skip(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!isAt(position + i, words[i])) {
        return false;
      }
    }
    position += words.length;
    return true;
  }

  /**
   * Goes past a word.
   *
   * @throws SqlSyntaxException if another one comes next
   */
  public void require(String word) {
    if (!skip(word)) {
      throw unexpected(word + " is expected.");
    }
  }

  /** Goes past whatever comes next. */
  public void skipToken() {
    requireMore();
    position++;
  }

  /** A name without its quotation marks; a string is one where the database takes it for one. */
  public String name() {
    requireMore();
    SqlToken token = tokens.get(position);
    if (token.kind() == SqlToken.Kind.SYMBOL) {
      throw unexpected("A name is expected.");
    }
    position++;
    String text = text(token);
    if (token.kind() == SqlToken.Kind.WORD) {
      return text;
    }
    String inner = text.substring(1, text.length() - 1);
    char close = text.charAt(text.length() - 1);
    return inner.replace(("" + close).repeat(2), "" + close);
  }

  /**
   * What stands in the parentheses that come next, as it is written.
   *
   * @throws SqlSyntaxException if none come or they are not closed
   */
  public String enclosed() {
    int open = position;
    skipEnclosed();
    return slice(open + 1, position - 1);
  }

  /** Goes past the parentheses that come next. */
  public void skipEnclosed() {
    if (!isNext("(")) {
      throw unexpected("( is expected.");
    }
    int depth = 0;
    do {
      requireMore();
      SqlToken token = tokens.get(position++);
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
    } while (depth > 0);
  }

  /** What is left, as it is written. */
  public String rest() {
    int from = position;
    position = tokens.size();
    return slice(from, position);
  }

  /** The elements of a list that is written with commas between them. */
  public static List<String> elements(String list, SqlLexis lexis) {
    SqlCursor cursor = new SqlCursor(list, lexis);
    List<String> elements = new ArrayList<>();
    int from = 0;
    while (!cursor.atEnd()) {
      if (cursor.isNext("(")) {
        cursor.skipEnclosed();
      } else if (cursor.skip(",")) {
        elements.add(cursor.slice(from, cursor.position - 1));
        from = cursor.position;
      } else {
        cursor.skipToken();
      }
    }
    elements.add(cursor.slice(from, cursor.position));
    return elements;
  }

  /** All tokens, each with a blank between it and the next; bare words in lower case. */
  public static String spaced(String sql, SqlLexis lexis) {
    SqlCursor cursor = new SqlCursor(sql, lexis);
    StringBuilder text = new StringBuilder();
    for (SqlToken token : cursor.tokens) {
      String piece = cursor.text(token);
      boolean bare = token.kind() == SqlToken.Kind.WORD;
      text.append(text.isEmpty() ? "" : " ").append(bare ? lower(piece) : piece);
    }
    return text.toString();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private boolean isAt(int index, String word) {
    if (index >= tokens.size()) {
      return false;
    }
    SqlToken token = tokens.get(index);
    return token.isWord(word) || token.isSymbol(word);
  }

  private String text(SqlToken token) {
    return sql.substring(token.start(), token.end());
  }

  private String slice(int from, int to) {
    return from >= to ? "" : sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }

  private void requireMore() {
    if (atEnd()) {
      throw unexpected("The text ends too early.");
    }
  }

  /** A mistake where the cursor is. */
  public SqlSyntaxException unexpected(String message) {
    int offset = atEnd() ? sql.length() : tokens.get(position).start();
    return new SqlSyntaxException(message, "", offset);
  }
}
