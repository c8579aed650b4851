package io.schemachain.dialect;

import io.schemachain.dialect.SqlExpression.Argument;
import io.schemachain.dialect.SqlExpression.Call;
import io.schemachain.dialect.SqlExpression.Case;
import io.schemachain.dialect.SqlExpression.Cast;
import io.schemachain.dialect.SqlExpression.Element;
import io.schemachain.dialect.SqlExpression.Field;
import io.schemachain.dialect.SqlExpression.In;
import io.schemachain.dialect.SqlExpression.Infix;
import io.schemachain.dialect.SqlExpression.Interval;
import io.schemachain.dialect.SqlExpression.Name;
import io.schemachain.dialect.SqlExpression.Prefix;
import io.schemachain.dialect.SqlExpression.Suffix;
import io.schemachain.dialect.SqlExpression.Text;
import io.schemachain.dialect.SqlExpression.Values;
import io.schemachain.dialect.SqlExpression.Word;
import io.schemachain.dialect.SqlLexis.Trait;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prints an expression such that it reads as itself: every operand that is made of parts stands in
 * parentheses, so that no precedence is needed.
 */
final class SqlExpressionPrinter {
  private final SqlLexis lexis;
  private final ExpressionForm form;

  SqlExpressionPrinter(SqlLexis lexis, ExpressionForm form) {
    this.lexis = lexis;
    this.form = form;
  }

  String print(SqlExpression expression) {
    if (expression instanceof Name name) {
      return name.parts().stream().map(this::name).collect(Collectors.joining("."));
    }
    if (expression instanceof Text text) {
      return text.prefix() + SqlStrings.constant(text.value(), lexis);
    }
    if (expression instanceof SqlExpression.Number number) {
      return number.text();
    }
    if (expression instanceof Word word) {
      return word.word();
    }
    if (expression instanceof Call call) {
      return call(call);
    }
    if (expression instanceof Cast cast) {
      return "CAST(" + print(cast.operand()) + " AS " + cast.type() + ")";
    }
    if (expression instanceof Values values) {
      return values.kind().equals("ARRAY")
          ? "ARRAY[" + list(values.values()) + "]"
          : values.kind() + "(" + list(values.values()) + ")";
    }
    return composite(expression);
  }

  private String composite(SqlExpression expression) {
    if (expression instanceof Prefix prefix) {
      return prefix.operator() + " " + operand(prefix.operand());
    }
    if (expression instanceof Suffix suffix) {
      return operand(suffix.operand()) + " " + suffix.operator();
    }
    if (expression instanceof Infix infix) {
      return infix(infix);
    }
    if (expression instanceof In in) {
      return operand(in.operand()) + (in.not() ? " NOT IN (" : " IN (") + list(in.list()) + ")";
    }
    if (expression instanceof Case some) {
      return caseOf(some);
    }
    if (expression instanceof Interval interval) {
      return "INTERVAL " + operand(interval.operand()) + " " + interval.unit();
    }
    if (expression instanceof Element element) {
      return operand(element.array())
          + "["
          + element.indexes().stream().map(this::operand).collect(Collectors.joining(":"))
          + "]";
    }
    Field field = (Field) expression;
    return "(" + print(field.value()) + ")." + name(field.name());
  }

  private String operand(SqlExpression expression) {
    boolean isAtom =
        expression instanceof Name
            || expression instanceof Text
            || (expression instanceof SqlExpression.Number number && !number.text().startsWith("-"))
            || expression instanceof Word
            || expression instanceof Call
            || expression instanceof Cast
            || expression instanceof Values;
    return isAtom ? print(expression) : "(" + print(expression) + ")";
  }

  private String infix(Infix infix) {
    List<SqlExpression> operands = infix.operands();
    boolean isJunction = infix.operator().equals("AND") || infix.operator().equals("OR");
    if (operands.size() == 3 && !isJunction) {
      return operand(infix.left())
          + " "
          + infix.operator()
          + " "
          + operand(infix.right())
          + " ESCAPE "
          + operand(operands.get(2));
    }
    return operands.stream()
        .map(this::operand)
        .collect(Collectors.joining(" " + infix.operator() + " "));
  }

  private String caseOf(Case some) {
    StringBuilder out = new StringBuilder("CASE");
    SqlExpression operand = some.operand();
    if (operand != null) {
      out.append(' ').append(operand(operand));
    }
    for (int i = 0; i < some.branches().size(); i++) {
      out.append(i % 2 == 0 ? " WHEN " : " THEN ").append(operand(some.branches().get(i)));
    }
    SqlExpression otherwise = some.otherwise();
    if (otherwise != null) {
      out.append(" ELSE ").append(operand(otherwise));
    }
    return out.append(" END").toString();
  }

  private String call(Call call) {
    StringBuilder out = new StringBuilder();
    List<String> parts = call.function().parts();
    for (int i = 0; i < parts.size() - 1; i++) {
      out.append(name(parts.get(i))).append('.');
    }
    out.append(name(parts.get(parts.size() - 1))).append('(');
    String blank = "";
    for (Argument argument : call.arguments()) {
      out.append(argument.lead().startsWith(",") ? "" : blank).append(argument.lead());
      out.append(argument.lead().isEmpty() ? "" : " ").append(operand(argument.value()));
      blank = " ";
    }
    return out.append(')').toString();
  }

  private String list(List<SqlExpression> values) {
    return values.stream().map(this::print).collect(Collectors.joining(", "));
  }

  private String name(String name) {
    boolean isBare =
        name.matches("[A-Za-z_][A-Za-z0-9_$]*")
            && form.bareName(name.toLowerCase(Locale.ROOT)).equals(name)
            && !SqlExpressionWords.RESERVED.contains(name.toUpperCase(Locale.ROOT))
            && !SqlExpressionWords.VALUES.contains(name.toUpperCase(Locale.ROOT));
    if (isBare) {
      return name.toLowerCase(Locale.ROOT);
    }
    String quote = lexis.has(Trait.DOUBLE_QUOTE_IS_STRING) ? "`" : "\"";
    return quote + name.replace(quote, quote + quote) + quote;
  }
}
