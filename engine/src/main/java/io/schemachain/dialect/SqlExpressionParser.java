package io.schemachain.dialect;

import io.schemachain.dialect.SqlExpression.Call;
import io.schemachain.dialect.SqlExpression.Case;
import io.schemachain.dialect.SqlExpression.Cast;
import io.schemachain.dialect.SqlExpression.Element;
import io.schemachain.dialect.SqlExpression.Field;
import io.schemachain.dialect.SqlExpression.Infix;
import io.schemachain.dialect.SqlExpression.Interval;
import io.schemachain.dialect.SqlExpression.Name;
import io.schemachain.dialect.SqlExpression.Prefix;
import io.schemachain.dialect.SqlExpression.Text;
import io.schemachain.dialect.SqlExpression.Values;
import io.schemachain.dialect.SqlExpression.Word;
import io.schemachain.dialect.SqlLexemes.Kind;
import io.schemachain.dialect.SqlLexemes.Lexeme;
import io.schemachain.dialect.SqlLexis.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions by the precedence of their operators. What it does not know it refuses: a
 * wrongly read expression could seem to be the same as another.
 */
final class SqlExpressionParser {
  /** Nobody writes so deep an expression; a parser that calls itself has to end somewhere. */
  private static final int DEEPEST = 200;

  private static final int LONGEST = 1_000;

  private final ExpressionForm form;
  private final SqlLexis lexis;
  private final List<Lexeme> lexemes;
  private int position;
  private int depth;
  private int chained;

  SqlExpressionParser(String sql, SqlLexis lexis, ExpressionForm form) {
    this.form = form;
    this.lexis = lexis;
    this.lexemes = SqlLexemes.of(sql, lexis);
  }

  /**
   * @throws NotUnderstoodException if the text is no expression, or one of a kind not known here
   */
  SqlExpression parse() {
    SqlExpression expression = expression(0);
    if (peek().kind() != Kind.END) {
      throw new NotUnderstoodException();
    }
    return expression;
  }

  SqlExpression expression(int lowest) {
    if (++depth > DEEPEST) {
      throw new NotUnderstoodException();
    }
    SqlExpression left = primary();
    SqlInfixParser infix = new SqlInfixParser(this, form, lexis);
    while (true) {
      SqlExpression longer = infix.next(left, lowest);
      if (longer == null) {
        depth--;
        return left;
      }
      chained += isJunction(left) ? 0 : 1;
      left = longer;
      if (chained > LONGEST) {
        throw new NotUnderstoodException();
      }
    }
  }

  private SqlExpression primary() {
    Lexeme first = take();
    return switch (first.kind()) {
      case NUMBER -> new SqlExpression.Number(first.text());
      case STRING -> new Text(first.text());
      case NAME -> named(form.quotedName(first.text()));
      case WORD -> word(first);
      case OPERATOR -> operator(first.text());
      case END -> throw new NotUnderstoodException();
    };
  }

  private SqlExpression operator(String operator) {
    return switch (operator) {
      case "(" -> parenthesized();
      case "+", "-", "~", "@" -> new Prefix(operator, expression(Precedence.SIGN));
      case "!" -> new Prefix("NOT", expression(Precedence.SIGN));
      case "*" -> new Word("*");
      default -> throw new NotUnderstoodException();
    };
  }

  private SqlExpression parenthesized() {
    List<SqlExpression> values = list(")");
    return values.size() == 1 ? values.get(0) : new Values("", values);
  }

  private SqlExpression word(Lexeme first) {
    boolean isPrefix = peek().kind() == Kind.STRING && isStringPrefix(first);
    if (isPrefix) {
      return new Text(first.text().toLowerCase(Locale.ROOT), take().text());
    }
    SqlExpression construct = construct(first.text());
    if (construct != null) {
      return construct;
    }
    if (SqlExpressionWords.TYPED.contains(first.text()) && isTypedConstant()) {
      String type = first.text().toLowerCase(Locale.ROOT) + zone();
      return new Cast(new Text(take().text()), form.type(type));
    }
    if (SqlExpressionWords.VALUES.contains(first.text()) && !isNamedFurther()) {
      return new Word(first.text());
    }
    if (first.text().equals("NEXT") && takeWord("VALUE")) {
      expectWord("FOR");
      return Call.of(form.bareName("nextval"), List.of(named(name())));
    }
    if (first.text().equals("ISNULL") && peek().isOperator("(")) {
      return named(form.bareName(first.raw()));
    }
    boolean isUnicode = first.text().equals("U") && peek().isOperator("&") && peek().adjacent();
    if (isUnicode || SqlExpressionWords.RESERVED.contains(first.text())) {
      throw new NotUnderstoodException();
    }
    return named(form.bareName(first.raw()));
  }

  /** What begins with a word that is no name; null for others. */
  private @Nullable SqlExpression construct(String word) {
    return switch (word) {
      case "NOT" -> new Prefix("NOT", expression(Precedence.NOT));
      case "CASE" -> caseOf();
      case "CAST" -> cast();
      case "BINARY" -> new Cast(expression(Precedence.SIGN), form.type("char charset binary"));
      case "INTERVAL" -> interval();
      case "ARRAY" -> {
        expect("[");
        yield new Values("ARRAY", list("]"));
      }
      case "ROW" -> {
        expect("(");
        yield new Values("ROW", list(")"));
      }
      default -> null;
    };
  }

  private boolean isStringPrefix(Lexeme word) {
    boolean isIntroducer = lexis.has(Trait.BACKSLASH_ESCAPES) && word.text().startsWith("_");
    return isIntroducer || (peek().adjacent() && Set.of("N", "X", "B").contains(word.text()));
  }

  private boolean isNamedFurther() {
    return peek().isOperator("(") || peek().isOperator(".");
  }

  private boolean isTypedConstant() {
    int at = position + (peek().isWord("WITH") || peek().isWord("WITHOUT") ? 3 : 0);
    return at < lexemes.size() && lexemes.get(at).kind() == Kind.STRING;
  }

  private String zone() {
    StringBuilder zone = new StringBuilder();
    while (peek().kind() == Kind.WORD) {
      zone.append(' ').append(take().text().toLowerCase(Locale.ROOT));
    }
    return zone.toString();
  }

  private SqlExpression named(String first) {
    List<String> parts = new ArrayList<>(List.of(first));
    while (takeOperator(".")) {
      parts.add(name());
    }
    Name name = new Name(parts);
    return takeOperator("(") ? new SqlCallParser(this, name).call() : name;
  }

  /** A name that stands where nothing else may. */
  String name() {
    Lexeme lexeme = take();
    return switch (lexeme.kind()) {
      case NAME -> form.quotedName(lexeme.text());
      case WORD -> form.bareName(lexeme.raw());
      default -> throw new NotUnderstoodException();
    };
  }

  private SqlExpression caseOf() {
    SqlExpression operand = peek().isWord("WHEN") ? null : expression(0);
    List<SqlExpression> branches = new ArrayList<>();
    while (takeWord("WHEN")) {
      branches.add(expression(0));
      expectWord("THEN");
      branches.add(expression(0));
    }
    SqlExpression otherwise = takeWord("ELSE") ? expression(0) : null;
    expectWord("END");
    if (branches.isEmpty()) {
      throw new NotUnderstoodException();
    }
    return new Case(operand, branches, otherwise);
  }

  private SqlExpression cast() {
    expect("(");
    SqlExpression operand = expression(0);
    expectWord("AS");
    String type = SqlTypeText.upToParenthesis(this, form);
    expect(")");
    return new Cast(operand, type);
  }

  private SqlExpression interval() {
    if (takeOperator("(")) {
      // Either a value in parentheses, its unit behind it, or a function.
      List<SqlExpression> values = list(")");
      return isUnit() && values.size() == 1
          ? new Interval(values.get(0), take().text())
          : Call.of("interval", values);
    }
    SqlExpression value = expression(Precedence.SIGN);
    if (isUnit()) {
      return new Interval(value, take().text());
    }
    if (!(value instanceof Text)) {
      throw new NotUnderstoodException();
    }
    return new Cast(value, form.type("interval"));
  }

  private boolean isUnit() {
    return peek().kind() == Kind.WORD
        && peek()
            .text()
            .matches("(MICROSECOND|SECOND|MINUTE|HOUR|DAY|WEEK|MONTH|QUARTER|YEAR)(_[A-Z]+)?");
  }

  /** Values up to a bracket, which is taken too. */
  List<SqlExpression> list(String close) {
    List<SqlExpression> values = new ArrayList<>();
    if (takeOperator(close)) {
      return values;
    }
    do {
      values.add(expression(0));
    } while (takeOperator(","));
    expect(close);
    return values;
  }

  /** Behind an opening bracket. */
  SqlExpression element(SqlExpression array) {
    List<SqlExpression> indexes = new ArrayList<>(List.of(expression(0)));
    if (takeOperator(":")) {
      indexes.add(expression(0));
    }
    expect("]");
    return new Element(array, indexes);
  }

  SqlExpression field(SqlExpression value) {
    return new Field(value, name());
  }

  private static boolean isJunction(SqlExpression expression) {
    return expression instanceof Infix infix
        && (infix.operator().equals("AND") || infix.operator().equals("OR"));
  }

  // The text

  Lexeme peek() {
    return lexemes.get(position);
  }

  /** The one after the next; at the end the end. */
  Lexeme peekBehind() {
    return lexemes.get(Math.min(position + 1, lexemes.size() - 1));
  }

  Lexeme take() {
    Lexeme lexeme = lexemes.get(position);
    if (lexeme.kind() != Kind.END) {
      position++;
    }
    return lexeme;
  }

  boolean takeOperator(String operator) {
    boolean isNext = peek().isOperator(operator);
    position += isNext ? 1 : 0;
    return isNext;
  }

  boolean takeWord(String word) {
    boolean isNext = peek().isWord(word);
    position += isNext ? 1 : 0;
    return isNext;
  }

  void expect(String operator) {
    if (!takeOperator(operator)) {
      throw new NotUnderstoodException();
    }
  }

  void expectWord(String word) {
    if (!takeWord(word)) {
      throw new NotUnderstoodException();
    }
  }
}
