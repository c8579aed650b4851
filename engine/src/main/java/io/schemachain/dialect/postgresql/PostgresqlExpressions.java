package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.SqlExpression;
import io.schemachain.dialect.SqlExpression.Call;
import io.schemachain.dialect.SqlExpression.Cast;
import io.schemachain.dialect.SqlExpression.In;
import io.schemachain.dialect.SqlExpression.Infix;
import io.schemachain.dialect.SqlExpression.Name;
import io.schemachain.dialect.SqlExpression.Text;
import io.schemachain.dialect.SqlExpression.Values;
import io.schemachain.dialect.SqlExpression.Word;
import io.schemachain.dialect.SqlLexis;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How {@code pg_get_expr} and its like print expressions: IN as {@code = ANY (ARRAY[…])}, LIKE as
 * {@code ~~}, and a cast wherever the server has put one. The casts are left out on both sides,
 * since an expression alone does not tell whether the author or the server wrote them.
 */
final class PostgresqlExpressions extends ExpressionForm {
  private static final Map<String, String> OPERATORS =
      Map.of("~~", "LIKE", "!~~", "NOT LIKE", "~~*", "ILIKE", "!~~*", "NOT ILIKE");

  private static final Set<String> CASTING =
      Set.of("=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "^");

  PostgresqlExpressions(SqlLexis lexis) {
    super(lexis, BareNames.LOWER_CASE);
  }

  @Override
  protected String type(String type) {
    return PostgresqlCasts.type(type);
  }

  @Override
  protected String operator(String operator) {
    return OPERATORS.getOrDefault(operator, super.operator(operator));
  }

  @Override
  protected SqlExpression rewrite(SqlExpression expression) {
    if (expression instanceof Cast cast) {
      return PostgresqlCasts.ofConstant(cast);
    }
    SqlExpression plain = expression.map(PostgresqlCasts::withoutText);
    if (plain instanceof Name name) {
      return new Name(name.last());
    }
    if (plain instanceof Values values && values.kind().equals("ROW")) {
      return new Values("", values.values());
    }
    if (plain instanceof Call call) {
      return call(call);
    }
    if (plain instanceof In in && in.list().stream().anyMatch(Name.class::isInstance)) {
      return spelledOut(in);
    }
    return plain instanceof Infix infix ? infix(infix) : plain;
  }

  private static SqlExpression infix(Infix infix) {
    if (infix.operands().size() != 2) {
      return infix;
    }
    SqlExpression right = infix.right();
    if (right instanceof Call call && call.isPlain() && call.arguments().size() == 1) {
      boolean isIn = infix.operator().equals("=") && call.name().equals("any");
      boolean isNotIn = infix.operator().equals("<>") && call.name().equals("all");
      SqlExpression list = PostgresqlCasts.uncast(call.argument(0));
      if ((isIn || isNotIn) && list instanceof Values array && !array.values().isEmpty()) {
        return new In(infix.left(), isNotIn, array.values());
      }
    }
    if (right instanceof Call escape && escape.is("like_escape", 2)) {
      return new Infix(
          infix.operator(), List.of(infix.left(), escape.argument(0), escape.argument(1)));
    }
    if (right instanceof Call pattern && pattern.is("similar_to_escape", 1)) {
      String operator = infix.operator().equals("~") ? "SIMILAR TO" : "NOT SIMILAR TO";
      return new Infix(operator, infix.left(), pattern.argument(0));
    }
    if (infix.isOneOf(CASTING)) {
      return infix.map(PostgresqlCasts::withoutNumeric);
    }
    return infix.operator().equals("/") || infix.operator().equals("%")
        ? PostgresqlCasts.ofDivision(infix)
        : infix;
  }

  private static SqlExpression call(Call call) {
    return switch (call.name()) {
      case "now", "transaction_timestamp" ->
          call.arguments().isEmpty() ? new Word("CURRENT_TIMESTAMP") : call;
      case "trim" -> trim(call);
      case "date_part" ->
          call.isPlain() && call.arguments().size() == 2 && call.argument(0) instanceof Text
              ? extract(call)
              : call;
      case "timezone" ->
          call.is("timezone", 2)
              ? new Infix("AT TIME ZONE", call.argument(1), call.argument(0))
              : call;
      default -> call;
    };
  }

  /** What PostgreSQL 13 and older make of EXTRACT. */
  private static SqlExpression extract(Call call) {
    return new Call(
        new Name("extract"),
        List.of(
            new SqlExpression.Argument("", call.argument(0)),
            new SqlExpression.Argument("FROM", call.argument(1))));
  }

  /** As the function that it is. */
  private static SqlExpression trim(Call call) {
    String lead = call.arguments().get(0).lead();
    String function =
        lead.startsWith("LEADING") ? "ltrim" : lead.startsWith("TRAILING") ? "rtrim" : "btrim";
    boolean isTurned =
        call.arguments().size() == 2 && call.arguments().get(1).lead().equals("FROM");
    return Call.of(
        function, isTurned ? List.of(call.argument(1), call.argument(0)) : call.values());
  }
}
