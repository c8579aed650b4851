package io.schemachain.dialect;

import io.schemachain.dialect.SqlLexemes.Kind;
import io.schemachain.dialect.SqlLexemes.Lexeme;
import java.util.Set;

/** The type of a cast, as a text that {@link ExpressionForm#typeOf} makes the same for all ways. */
final class SqlTypeText {
  /** The words that may follow the first one of a type without parentheses around the type. */
  private static final Set<String> FURTHER =
      Set.of("PRECISION", "VARYING", "WITH", "WITHOUT", "TIME", "ZONE", "LOCAL");

  private SqlTypeText() {}

  /** Everything in front of the parenthesis that closes CAST. */
  static String upToParenthesis(SqlExpressionParser parser, ExpressionForm form) {
    StringBuilder type = new StringBuilder();
    int depth = 0;
    while (depth > 0 || !parser.peek().isOperator(")")) {
      Lexeme lexeme = parser.take();
      if (lexeme.kind() == Kind.END) {
        throw new NotUnderstoodException();
      }
      depth += lexeme.isOperator("(") ? 1 : lexeme.isOperator(")") ? -1 : 0;
      append(type, lexeme);
    }
    return form.typeOf(type.toString());
  }

  /** One type and no more, for an operator may follow. */
  static String behindColons(SqlExpressionParser parser, ExpressionForm form) {
    StringBuilder type = new StringBuilder();
    nameOf(type, parser);
    while (parser.takeOperator(".")) {
      type.append('.');
      nameOf(type, parser);
    }
    do {
      if (parser.peek().isOperator("(")) {
        Lexeme lexeme;
        do {
          lexeme = parser.take();
          append(type, lexeme);
        } while (!lexeme.isOperator(")") && lexeme.kind() != Kind.END);
      }
      while (parser.peek().kind() == Kind.WORD && FURTHER.contains(parser.peek().text())) {
        append(type, parser.take());
      }
    } while (parser.peek().isOperator("("));
    while (parser.peek().isOperator("[")) {
      append(type, parser.take());
      append(type, parser.take());
      if (parser.peek().isOperator("]")) {
        append(type, parser.take());
      }
    }
    return form.typeOf(type.toString());
  }

  private static void nameOf(StringBuilder type, SqlExpressionParser parser) {
    Lexeme lexeme = parser.take();
    if (lexeme.kind() != Kind.WORD && lexeme.kind() != Kind.NAME) {
      throw new NotUnderstoodException();
    }
    append(type, lexeme);
  }

  private static void append(StringBuilder type, Lexeme lexeme) {
    boolean isWord = lexeme.kind() != Kind.OPERATOR;
    char last = type.isEmpty() ? '(' : type.charAt(type.length() - 1);
    if (isWord && last != '(' && last != ',' && last != '.' && last != '[') {
      type.append(' ');
    }
    type.append(lexeme.raw());
  }
}
