package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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

  /** Whether these words come next. */
  boolean isNext(String words) {
    int first = position;
    boolean isNext = takeIf(words);
    position = first;
    return isNext;
  }

  boolean atEnd() {
    return position == tokens.size();
  }

  /** What comes next, as it is written; empty at the end. */
  String peekOne() {
    return atEnd() ? "" : sql.substring(offset(), tokens.get(position).end());
  }

  /** Where the next word starts in the statement, or where the last one ended. */
  int offset() {
    return atEnd() ? endOfLast() : tokens.get(position).start();
  }

  /** Where the word before the next one ended. */
  int endOfLast() {
    return position == 0 ? 0 : tokens.get(position - 1).end();
  }

  /** What stands between parentheses that come next. */
  String takeEnclosed() {
    take("(");
    String inner = takeUntil(token -> false);
    take(")");
    return inner;
  }

  /** Goes past an expression that ends at a comma or at one of these words. */
  String takeExpression(Set<String> ends) {
    return takeUntil(
        token -> token.isSymbol(",") || (token.isWord() && ends.contains(token.text())));
  }

  /** Goes past at least one word, up to what ends it outside parentheses, or one that closes. */
  private String takeUntil(Predicate<SqlToken> ends) {
    int first = position;
    int depth = 0;
    while (!atEnd()) {
      SqlToken token = tokens.get(position);
      if (depth == 0 && (token.isSymbol(")") || (position > first && ends.test(token)))) {
        break;
      }
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      position++;
    }
    if (position == first) {
      throw new NotUnderstoodException();
    }
    return text(first);
  }

  /** All that is left, exactly as it is written. */
  String takeRest() {
    if (atEnd()) {
      throw new NotUnderstoodException();
    }
    int start = offset();
    position = tokens.size();
    return sql.substring(start, endOfLast());
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
