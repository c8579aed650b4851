package io.schemachain.dialect;

import io.schemachain.dialect.SqlLexis.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of an expression, with numbers and operators put together. */
final class SqlLexemes {
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    NAME,
    OPERATOR,
    END
  }

  /**
   * @param text a word in upper case, an operator or a number as it is, the value of all others
   * @param raw as it is written
   * @param adjacent whether nothing stands between it and the one before
   */
  record Lexeme(Kind kind, String text, String raw, boolean adjacent) {
    boolean isOperator(String operator) {
      return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isWord(String word) {
      return kind == Kind.WORD && text.equals(word);
    }
  }

  private static final Pattern NUMBER =
      Pattern.compile("0[xX][0-9a-fA-F]+|([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  /** The operators of more than one character, the longest first. */
  private static final List<String> OPERATORS =
      List.of(
          "!~~*", "->>", "#>>", "<=>", "<->", "!~~", "~~*", "!~*", "-|-", "->", "#>", "::", "<=",
          ">=", "<>", "!=", "==", "^=", "||", "&&", "<<", ">>", "@>", "<@", "~~", "!~", "~*", "?|",
          "?&", "@@", "@?", "#-", "&<", "&>", "^@", "=>");

  private final String sql;
  private final SqlLexis lexis;
  private final List<SqlToken> tokens;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int end;

  private SqlLexemes(String sql, SqlLexis lexis) {
    this.sql = sql;
    this.lexis = lexis;
    this.tokens = SqlScanner.code(sql, lexis);
  }

  /**
   * The lexemes, the last of kind {@link Kind#END}.
   *
   * @throws SqlSyntaxException if a quote or a comment is not closed
   * @throws NotUnderstoodException if a number is followed by a letter
   */
  static List<Lexeme> of(String sql, SqlLexis lexis) {
    SqlLexemes reader = new SqlLexemes(sql, lexis);
    for (SqlToken token : reader.tokens) {
      if (token.start() >= reader.end) {
        reader.add(token);
      }
    }
    reader.lexemes.add(new Lexeme(Kind.END, "", "", false));
    return reader.lexemes;
  }

  private void add(SqlToken token) {
    int start = token.start();
    switch (token.kind()) {
      case WORD -> {
        if (Character.isDigit(sql.charAt(start))) {
          number(start);
        } else {
          add(Kind.WORD, token.text(), start, token.end());
        }
      }
      case STRING -> add(Kind.STRING, SqlStrings.value(raw(token), lexis), start, token.end());
      case NAME -> add(Kind.NAME, SqlStrings.name(raw(token)), start, token.end());
      default -> {
        boolean isFraction =
            sql.charAt(start) == '.'
                && start + 1 < sql.length()
                && Character.isDigit(sql.charAt(start + 1))
                && !(start == end && isOperand());
        if (isFraction) {
          number(start);
        } else {
          String operator = operator(start, token);
          add(Kind.OPERATOR, operator, start, start + operator.length());
        }
      }
    }
  }

  private boolean isOperand() {
    return !lexemes.isEmpty() && lexemes.get(lexemes.size() - 1).kind() != Kind.OPERATOR;
  }

  private void number(int start) {
    Matcher matcher = NUMBER.matcher(sql).region(start, sql.length());
    if (!matcher.lookingAt()
        || (matcher.end() < sql.length() && Character.isLetterOrDigit(sql.charAt(matcher.end())))) {
      throw new NotUnderstoodException();
    }
    String text = matcher.group().toLowerCase(Locale.ROOT);
    add(Kind.NUMBER, text.startsWith(".") ? "0" + text : text, start, matcher.end());
  }

  private String operator(int start, SqlToken token) {
    for (String operator : OPERATORS) {
      // A bracket or a cast in front of a sign is never part of it; a question mark may be.
      if (sql.startsWith(operator, start)) {
        return operator;
      }
    }
    return sql.substring(start, token.end());
  }

  private void add(Kind kind, String text, int from, int to) {
    lexemes.add(new Lexeme(kind, text, sql.substring(from, to), from == end && from > 0));
    end = to;
  }

  private String raw(SqlToken token) {
    return sql.substring(token.start(), token.end());
  }

  /** Whether names in quotation marks are printed with backticks. */
  static boolean hasBackticksOnly(SqlLexis lexis) {
    return lexis.has(Trait.DOUBLE_QUOTE_IS_STRING);
  }
}
