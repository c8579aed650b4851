package io.schemachain.dialect;

import io.schemachain.dialect.SqlExpression.Cast;
import io.schemachain.dialect.SqlExpression.In;
import io.schemachain.dialect.SqlExpression.Infix;
import io.schemachain.dialect.SqlExpression.Name;
import io.schemachain.dialect.SqlExpression.Prefix;
import io.schemachain.dialect.SqlExpression.Suffix;
import io.schemachain.dialect.SqlLexemes.Kind;
import io.schemachain.dialect.SqlLexemes.Lexeme;
import io.schemachain.dialect.SqlLexis.Trait;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows an operand. */
final class SqlInfixParser {
  private final SqlExpressionParser parser;
  private final ExpressionForm form;
  private final SqlLexis lexis;

  SqlInfixParser(SqlExpressionParser parser, ExpressionForm form, SqlLexis lexis) {
    this.parser = parser;
    this.form = form;
    this.lexis = lexis;
  }

  /** The operand with the next operator and what belongs to it; null where none follows. */
  @Nullable SqlExpression next(SqlExpression left, int lowest) {
    Lexeme lexeme = parser.peek();
    if (lexeme.kind() != Kind.WORD && lexeme.kind() != Kind.OPERATOR) {
      return null;
    }
    boolean not = lexeme.isWord("NOT");
    String operator = not ? parser.peekBehind().text() : lexeme.text();
    int level = form.precedence().of(operator);
    if (level <= lowest
        || (not && level != form.precedence().of("LIKE") && !isNegatable(operator))) {
      return null;
    }
    if (operator.equals("[") && lexis.has(Trait.BRACKETS)) {
      return null;
    }
    if (not) {
      parser.take();
    }
    parser.take();
    return switch (operator) {
      case "AND", "OR" -> junction(form.operator(operator), operator, left, level);
      case "IS" -> is(left, level);
      case "ISNULL" -> new Suffix(left, "IS NULL");
      case "NOTNULL" -> new Suffix(left, "IS NOT NULL");
      case "IN" -> in(left, not);
      case "BETWEEN" -> not ? new Prefix("NOT", between(left)) : between(left);
      case "LIKE", "ILIKE", "REGEXP", "RLIKE", "GLOB", "MATCH" -> match(operator, left, not, level);
      case "SIMILAR" -> {
        parser.expectWord("TO");
        yield match("SIMILAR TO", left, not, level);
      }
      case "COLLATE" -> new Infix("COLLATE", left, collation());
      case "AT" -> {
        parser.expectWord("TIME");
        parser.expectWord("ZONE");
        yield new Infix("AT TIME ZONE", left, parser.expression(level));
      }
      case "::" -> new Cast(left, SqlTypeText.behindColons(parser, form));
      case "[" -> parser.element(left);
      case "." -> parser.field(left);
      default -> binary(form.operator(operator), operator, left, level);
    };
  }

  private static boolean isNegatable(String operator) {
    return operator.equals("IN") || operator.equals("BETWEEN");
  }

  private SqlExpression binary(String operator, String written, SqlExpression left, int level) {
    return operator.equals("AND") || operator.equals("OR")
        ? junction(operator, written, left, level)
        : new Infix(operator, left, parser.expression(level));
  }

  private SqlExpression junction(String operator, String written, SqlExpression left, int level) {
    List<SqlExpression> operands = new ArrayList<>(List.of(left));
    do {
      operands.add(parser.expression(level));
    } while (written.equals(operator) ? parser.takeWord(written) : parser.takeOperator(written));
    return new Infix(operator, operands);
  }

  private SqlExpression is(SqlExpression left, int level) {
    boolean not = parser.takeWord("NOT");
    String is = not ? "IS NOT " : "IS ";
    if (parser.takeWord("DISTINCT")) {
      parser.expectWord("FROM");
      return new Infix(is + "DISTINCT FROM", left, parser.expression(level));
    }
    for (String word : List.of("NULL", "TRUE", "FALSE", "UNKNOWN", "JSON", "DOCUMENT")) {
      if (parser.takeWord(word)) {
        return new Suffix(left, is + word);
      }
    }
    return new Infix(is.strip(), left, parser.expression(level));
  }

  private SqlExpression in(SqlExpression left, boolean not) {
    parser.expect("(");
    List<SqlExpression> list = parser.list(")");
    if (list.isEmpty()) {
      throw new NotUnderstoodException();
    }
    return new In(left, not, list);
  }

  /** As its meaning is defined, and as several databases print it. */
  private SqlExpression between(SqlExpression left) {
    if (!SqlExpressionRules.isRepeatable(left)) {
      throw new NotUnderstoodException();
    }
    boolean isSymmetric = parser.takeWord("SYMMETRIC");
    SqlExpression low = parser.expression(Precedence.MATCH);
    parser.expectWord("AND");
    SqlExpression high = parser.expression(Precedence.MATCH);
    SqlExpression between = within(left, low, high);
    return isSymmetric ? new Infix("OR", between, within(left, high, low)) : between;
  }

  private static SqlExpression within(SqlExpression value, SqlExpression low, SqlExpression high) {
    return new Infix("AND", new Infix(">=", value, low), new Infix("<=", value, high));
  }

  private SqlExpression match(String operator, SqlExpression left, boolean not, int level) {
    List<SqlExpression> operands = new ArrayList<>(List.of(left, parser.expression(level)));
    if (parser.takeWord("ESCAPE")) {
      operands.add(parser.expression(level));
    }
    return new Infix(not ? "NOT " + operator : operator, operands);
  }

  private SqlExpression collation() {
    List<String> parts = new ArrayList<>(List.of(parser.name()));
    while (parser.takeOperator(".")) {
      parts.add(parser.name());
    }
    return new Name(parts);
  }
}
