package io.schemachain.dialect;

import io.schemachain.dialect.SqlLexemes.Kind;
import io.schemachain.dialect.SqlLexemes.Lexeme;
import java.util.Locale;
import java.util.Set;

/** The type of a cast, as a text that {@link ExpressionForm#type} makes the same for all ways. */
final class SqlTypeText {
  /** The words that may follow the first one of a type without parentheses around the type. */
  private static final Set<String> FURTHER =
      Set.of("PRECISION", "VARYING", "WITH", "WITHOUT", "TIME", "ZONE", "LOCAL");

  private SqlTypeText() {}

  /** Everything in front of the parenthesis that closes CAST. */
  static String upToParenthesis(SqlExpressionParser parser, ExpressionForm form) {
    StringBuilder type = new StringBuilder();
    nameOf(type, parser);
    while (!parser.peek().isOperator(")")) {
      Lexeme lexeme = parser.peek();
      if (lexeme.isOperator("(")) {
        modifiers(type, parser);
      } else if (lexeme.isOperator("[")) {
        dimension(type, parser);
      } else if (lexeme.kind() == Kind.WORD || lexeme.isOperator(".")) {
        append(type, parser.take());
      } else {
        nameOf(type, parser);
      }
    }
    return form.type(type.toString());
  }

  /** One type and no more, for an operator may follow. */
  static String behindColons(SqlExpressionParser parser, ExpressionForm form) {
    StringBuilder type = new StringBuilder();
    nameOf(type, parser);
    while (parser.peek().isOperator(".")) {
      append(type, parser.take());
      nameOf(type, parser);
    }
    further(type, parser);
    if (parser.peek().isOperator("(")) {
      modifiers(type, parser);
      further(type, parser);
    }
    while (parser.peek().isOperator("[")) {
      dimension(type, parser);
    }
    return form.type(type.toString());
  }

  private static void nameOf(StringBuilder type, SqlExpressionParser parser) {
    Lexeme lexeme = parser.take();
    if (lexeme.kind() != Kind.WORD && lexeme.kind() != Kind.NAME) {
      throw new NotUnderstoodException();
    }
    append(type, lexeme);
  }

  private static void further(StringBuilder type, SqlExpressionParser parser) {
    while (parser.peek().kind() == Kind.WORD && FURTHER.contains(parser.peek().text())) {
      append(type, parser.take());
    }
  }

  /** Lengths, or the values of an enum. */
  private static void modifiers(StringBuilder type, SqlExpressionParser parser) {
    append(type, parser.take());
    do {
      Kind kind = parser.peek().kind();
      if (kind != Kind.NUMBER && kind != Kind.WORD && kind != Kind.STRING) {
        throw new NotUnderstoodException();
      }
      append(type, parser.take());
    } while (parser.peek().isOperator(",") && append(type, parser.take()));
    if (!parser.peek().isOperator(")")) {
      throw new NotUnderstoodException();
    }
    append(type, parser.take());
  }

  private static void dimension(StringBuilder type, SqlExpressionParser parser) {
    append(type, parser.take());
    if (parser.peek().kind() == Kind.NUMBER) {
      append(type, parser.take());
    }
    if (!parser.peek().isOperator("]")) {
      throw new NotUnderstoodException();
    }
    append(type, parser.take());
  }

  private static boolean append(StringBuilder type, Lexeme lexeme) {
    boolean isOperator = lexeme.kind() == Kind.OPERATOR;
    char last = type.isEmpty() ? '(' : type.charAt(type.length() - 1);
    if (!isOperator && "(,.[".indexOf(last) < 0) {
      type.append(' ');
    }
    boolean isQuoted = lexeme.kind() == Kind.NAME || lexeme.kind() == Kind.STRING;
    type.append(isQuoted ? lexeme.raw() : lexeme.raw().toLowerCase(Locale.ROOT));
    return true;
  }
}
