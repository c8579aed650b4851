package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.SqlLexis.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads SQL text token by token, as far as the lexis of a database tells tokens apart. */
final class SqlScanner {
  private final String sql;
  private final SqlLexis lexis;
  private int position;
  private int conditionalStart = -1;

  SqlScanner(String sql, SqlLexis lexis) {
    this.sql = requireNonNull(sql, "sql");
    this.lexis = requireNonNull(lexis, "lexis");
  }

  /**
   * All tokens of a text without comments and without what encloses conditional SQL.
   *
   * @throws SqlSyntaxException if a quote or a comment is not closed
   */
  static List<SqlToken> code(String sql, SqlLexis lexis) {
    SqlScanner scanner = new SqlScanner(sql, lexis);
    List<SqlToken> tokens = new ArrayList<>();
    for (SqlToken token = scanner.next(); !token.isEnd(); token = scanner.next()) {
      if (token.kind() != SqlToken.Kind.COMMENT && !token.isConditional()) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  /**
   * The next token, comments included; at the end one of the kind {@link SqlToken.Kind#END}.
   *
   * @throws SqlSyntaxException if a quote or a comment is not closed
   */
  SqlToken next() {
    while (position < sql.length() && isSpace(sql.charAt(position))) {
      position++;
    }
    if (position == sql.length()) {
      if (conditionalStart >= 0) {
        throw notClosed("comment", conditionalStart);
      }
      return new SqlToken(SqlToken.Kind.END, "", position, position);
    }
    int start = position;
    char c = sql.charAt(start);
    if (startsLineComment(start)) {
      int end = sql.indexOf('\n', start);
      return token(SqlToken.Kind.COMMENT, end < 0 ? sql.length() : end);
    }
    if (sql.startsWith("/*", start)) {
      return blockComment(start);
    }
    if (conditionalStart >= 0 && sql.startsWith("*/", start)) {
      conditionalStart = -1;
      position = start + 2;
      return new SqlToken(SqlToken.Kind.SYMBOL, SqlToken.CONDITIONAL_CLOSE, start, position);
    }
    if (c == '\'') {
      return token(
          SqlToken.Kind.STRING, quoted(start, '\'', lexis.has(Trait.BACKSLASH_ESCAPES), "string"));
    }
    if (c == '"') {
      return lexis.has(Trait.DOUBLE_QUOTE_IS_STRING)
          ? token(
              SqlToken.Kind.STRING,
              quoted(start, '"', lexis.has(Trait.BACKSLASH_ESCAPES), "string"))
          : token(SqlToken.Kind.NAME, quoted(start, '"', false, "quoted name"));
    }
    if (c == '`' && lexis.has(Trait.BACKTICKS)) {
      return token(SqlToken.Kind.NAME, quoted(start, '`', false, "quoted name"));
    }
    if (c == '[' && lexis.has(Trait.BRACKETS)) {
      return token(SqlToken.Kind.NAME, quoted(start, ']', false, "quoted name"));
    }
    if (c == '$' && lexis.has(Trait.DOLLAR_QUOTES)) {
      int tagEnd = dollarTagEnd(start);
      if (tagEnd > 0) {
        return dollarQuoted(start, tagEnd);
      }
    }
    if (isWordPart(c)) {
      return word(start);
    }
    position = start + 1;
    return new SqlToken(SqlToken.Kind.SYMBOL, String.valueOf(c), start, position);
  }

  private SqlToken token(SqlToken.Kind kind, int end) {
    int start = position;
    position = end;
    return new SqlToken(kind, "", start, end);
  }

  private boolean startsLineComment(int at) {
    if (sql.charAt(at) == '#') {
      return lexis.has(Trait.HASH_COMMENTS);
    }
    if (sql.startsWith("//", at)) {
      return lexis.has(Trait.SLASH_COMMENTS);
    }
    if (!sql.startsWith("--", at)) {
      return false;
    }
    return !lexis.has(Trait.DASH_NEEDS_SPACE)
        || at + 2 == sql.length()
        || isSpace(sql.charAt(at + 2))
        || Character.isISOControl(sql.charAt(at + 2));
  }

  /** A comment; what MySQL executes within one is read as SQL, for it may do anything. */
  private SqlToken blockComment(int start) {
    int body = lexis.has(Trait.HASH_COMMENTS) && conditionalStart < 0 ? conditionalBody(start) : -1;
    if (body > 0) {
      conditionalStart = start;
      position = body;
      return new SqlToken(SqlToken.Kind.SYMBOL, SqlToken.CONDITIONAL_OPEN, start, body);
    }
    int depth = 1;
    int at = start + 2;
    while (depth > 0) {
      int close = sql.indexOf("*/", at);
      if (close < 0) {
        throw notClosed("comment", start);
      }
      int open = lexis.has(Trait.NESTED_COMMENTS) ? sql.indexOf("/*", at) : -1;
      if (open >= 0 && open < close) {
        depth++;
        at = open + 2;
      } else {
        depth--;
        at = close + 2;
      }
    }
    return token(SqlToken.Kind.COMMENT, at);
  }

  /** Behind {@code /*!80013} or {@code /*M!}; -1 for an ordinary comment. */
  private int conditionalBody(int start) {
    int at = start + 2;
    if (sql.startsWith("M!", at)) {
      at++;
    }
    if (!sql.startsWith("!", at)) {
      return -1;
    }
    at++;
    while (at < sql.length() && isDigit(sql.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Behind the closing quote; a doubled one stays inside. */
  private int quoted(int open, char close, boolean backslash, String what) {
    int at = open + 1;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\\' && backslash) {
        at += 2;
      } else if (c != close) {
        at++;
      } else if (at + 1 < sql.length() && sql.charAt(at + 1) == close) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    throw notClosed(what, open);
  }

  /** Behind the opening {@code $tag$}; -1 if it is not one. */
  private int dollarTagEnd(int start) {
    int at = start + 1;
    while (at < sql.length() && sql.charAt(at) != '$') {
      char c = sql.charAt(at);
      if (!isWordPart(c) || (at == start + 1 && isDigit(c))) {
        return -1;
      }
      at++;
    }
    return at < sql.length() ? at + 1 : -1;
  }

  private SqlToken dollarQuoted(int start, int tagEnd) {
    String tag = sql.substring(start, tagEnd);
    int close = sql.indexOf(tag, tagEnd);
    if (close < 0) {
      throw new SqlSyntaxException(
          "A string that begins with " + tag + " is not closed.",
          "It ends with " + tag + " again.",
          start);
    }
    return token(SqlToken.Kind.STRING, close + tag.length());
  }

  private SqlToken word(int start) {
    int end = start + 1;
    while (end < sql.length() && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '$')) {
      end++;
    }
    String word = sql.substring(start, end).toUpperCase(Locale.ROOT);
    if (lexis.has(Trait.ESCAPE_STRINGS) && word.equals("E") && sql.startsWith("'", end)) {
      return token(SqlToken.Kind.STRING, quoted(end, '\'', true, "string"));
    }
    if (lexis.has(Trait.PL_SQL)
        && (word.equals("Q") || word.equals("NQ"))
        && sql.startsWith("'", end)) {
      return token(SqlToken.Kind.STRING, customQuoted(end));
    }
    position = end;
    return new SqlToken(SqlToken.Kind.WORD, word, start, end);
  }

  /** Behind {@code '[…]'}, where any character may stand for the brackets. */
  private int customQuoted(int quote) {
    int open = quote + 1 < sql.length() ? "[{(<".indexOf(sql.charAt(quote + 1)) : -1;
    String close = open >= 0 ? "]})>".substring(open, open + 1) : sql.substring(quote + 1);
    int end = close.isEmpty() ? -1 : sql.indexOf(close.charAt(0) + "'", quote + 2);
    if (end < 0) {
      throw notClosed("string", quote);
    }
    return end + 2;
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c > 127;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static SqlSyntaxException notClosed(String what, int offset) {
    return new SqlSyntaxException(
        "A " + what + " is not closed.", "Close it, or double a quotation mark inside it.", offset);
  }
}
