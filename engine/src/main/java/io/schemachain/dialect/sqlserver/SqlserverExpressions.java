package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.Precedence;
import io.schemachain.dialect.SqlExpression;
import io.schemachain.dialect.SqlExpression.Call;
import io.schemachain.dialect.SqlExpression.Cast;
import io.schemachain.dialect.SqlExpression.In;
import io.schemachain.dialect.SqlExpression.Infix;
import io.schemachain.dialect.SqlExpression.Name;
import io.schemachain.dialect.SqlExpression.Word;
import io.schemachain.dialect.SqlLexis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the catalog prints expressions: names in brackets, numbers in parentheses, CAST as CONVERT,
 * and IN as comparisons from the last value to the first.
 */
final class SqlserverExpressions extends ExpressionForm {
  private static final Precedence PRECEDENCE =
      Precedence.standard(Map.of("&", Precedence.SUM, "|", Precedence.SUM, "^", Precedence.SUM));

  SqlserverExpressions(SqlLexis lexis) {
    super(lexis, BareNames.AS_WRITTEN);
  }

  @Override
  protected Precedence precedence() {
    return PRECEDENCE;
  }

  @Override
  protected String type(String type) {
    String plain = type.replaceAll("[\\[\\]\"]", "").toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "integer" -> "int";
      default -> plain.replaceFirst("^dec(imal)?\\b", "decimal");
    };
  }

  @Override
  protected SqlExpression rewrite(SqlExpression expression) {
    if (expression instanceof In in) {
      return spelledOut(in);
    }
    if (expression instanceof Infix infix
        && (infix.operator().equals("AND") || infix.operator().equals("OR"))) {
      return sorted(infix);
    }
    if (expression instanceof SqlExpression.Number number) {
      return new SqlExpression.Number(number(number.text()));
    }
    if (expression instanceof Call call) {
      if (call.is("getdate", 0)) {
        return new Word("CURRENT_TIMESTAMP");
      }
      return call.is("convert", 2) ? convert(call) : call;
    }
    return expression;
  }

  /** One beyond INT has a point behind it, one of FLOAT sixteen digits and an exponent. */
  private static String number(String text) {
    if (text.matches("-?[0-9]+\\.")) {
      return text.substring(0, text.length() - 1);
    }
    return text.matches("-?[0-9.]+[eE][+-]?[0-9]+")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString() + "E0"
        : text;
  }

  /** CONVERT with a style is something else. */
  private SqlExpression convert(Call call) {
    SqlExpression type = call.argument(0);
    if (type instanceof Name name) {
      return new Cast(call.argument(1), type(name.last()));
    }
    if (!(type instanceof Call sized) || !sized.isPlain()) {
      return call;
    }
    List<String> sizes = new ArrayList<>();
    for (SqlExpression size : sized.values()) {
      if (size instanceof SqlExpression.Number number) {
        sizes.add(number.text());
      } else if (size.equals(new Name("max"))) {
        sizes.add("max");
      } else {
        return call;
      }
    }
    return new Cast(call.argument(1), type(sized.name() + "(" + String.join(",", sizes) + ")"));
  }
}
