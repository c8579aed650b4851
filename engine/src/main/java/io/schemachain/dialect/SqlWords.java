package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The words of a statement, gone through once from the first to the last. Who reads a statement
 * takes from here whatever it has understood, so that nothing of it can be overlooked.
 */
final class SqlWords {
  private final String sql;
  private final SqlLexis lexis;
  private final List<SqlToken> tokens;
  private int position;

  SqlWords(String sql, SqlLexis lexis) {
    this.sql = requireNonNull(sql, "sql");
    this.lexis = requireNonNull(lexis, "lexis");
    this.tokens = SqlScanner.code(sql, lexis);
  }

  /**
   * Goes past words that must come next. Returns them as the statement has them, without comments.
   */
  String take(String words) {
    int first = position;
    for (SqlToken expected : SqlScanner.code(words, lexis)) {
      if (position == tokens.size() || !isSame(tokens.get(position), expected, words)) {
        throw new NotUnderstoodException();
      }
      position++;
    }
    return text(first);
  }

  /** Goes past words if they come next. */
  boolean takeIf(String words) {
    int first = position;
    for (SqlToken expected : SqlScanner.code(words, lexis)) {
      if (position == tokens.size() || !isSame(tokens.get(position), expected, words)) {
        position = first;
        return false;
      }
      position++;
    }
    return true;
  }

  /** Goes past one word, or a name with its quotation marks, whatever it is. */
  String takeOne() {
    if (position == tokens.size()) {
      throw new NotUnderstoodException();
    }
    position++;
    return text(position - 1);
  }

  /** Nothing may be left. */
  void requireEnd() {
    if (position < tokens.size()) {
      throw new NotUnderstoodException();
    }
  }

  /** Case matters within quotation marks alone. */
  private boolean isSame(SqlToken actual, SqlToken expected, String words) {
    boolean quoted = actual.kind() == SqlToken.Kind.STRING || actual.kind() == SqlToken.Kind.NAME;
    String text = quoted ? sql.substring(actual.start(), actual.end()) : actual.text();
    String other = quoted ? words.substring(expected.start(), expected.end()) : expected.text();
    return actual.kind() == expected.kind() && text.equals(other);
  }

  /** What stands between two words, white space or comments, becomes a blank. */
  private String text(int first) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i < position; i++) {
      SqlToken token = tokens.get(i);
      if (i > first && token.start() > tokens.get(i - 1).end()) {
        text.append(' ');
      }
      text.append(sql, token.start(), token.end());
    }
    return text.toString();
  }
}
