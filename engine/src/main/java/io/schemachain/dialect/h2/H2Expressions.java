package io.schemachain.dialect.h2;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.SqlExpression;
import io.schemachain.dialect.SqlExpression.Argument;
import io.schemachain.dialect.SqlExpression.Call;
import io.schemachain.dialect.SqlExpression.Case;
import io.schemachain.dialect.SqlExpression.Cast;
import io.schemachain.dialect.SqlExpression.Infix;
import io.schemachain.dialect.SqlExpression.Name;
import io.schemachain.dialect.SqlExpression.Prefix;
import io.schemachain.dialect.SqlExpression.Text;
import io.schemachain.dialect.SqlExpression.Values;
import io.schemachain.dialect.SqlExpression.Word;
import io.schemachain.dialect.SqlLexis;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the catalog prints expressions: after the optimizer, with functions under their standard
 * names, and the operands of AND and OR in an order of its own.
 */
final class H2Expressions extends ExpressionForm {
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "LENGTH", "CHAR_LENGTH",
          "CHARACTER_LENGTH", "CHAR_LENGTH",
          "SUBSTR", "SUBSTRING",
          "LCASE", "LOWER",
          "UCASE", "UPPER",
          "IFNULL", "COALESCE",
          "NVL", "COALESCE",
          "POW", "POWER");

  private static final Set<String> FIELDS =
      Set.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "QUARTER", "WEEK");

  private static final Map<String, String> TYPES =
      Map.of(
          "int", "integer",
          "varchar", "character varying",
          "char", "character",
          "decimal", "numeric",
          "double", "double precision",
          "float", "double precision",
          "bool", "boolean",
          "int8", "bigint",
          "text", "character large object",
          "clob", "character large object");

  H2Expressions(SqlLexis lexis) {
    super(lexis, BareNames.UPPER_CASE);
  }

  @Override
  protected String type(String type) {
    int end = type.indexOf('(') < 0 ? type.length() : type.indexOf('(');
    String name = type.substring(0, end);
    return TYPES.getOrDefault(name, name) + type.substring(end);
  }

  @Override
  protected SqlExpression rewrite(SqlExpression expression) {
    if (expression instanceof Name name) {
      return name(name);
    }
    if (expression instanceof Text text && text.prefix().equals("n")) {
      return new Text(text.value());
    }
    if (expression instanceof Values values && values.kind().equals("ROW")) {
      return new Values("", values.values());
    }
    if (expression instanceof Cast cast) {
      return cast(cast);
    }
    if (expression instanceof Call call) {
      return call(call);
    }
    return expression instanceof Infix infix ? infix(infix) : expression;
  }

  private static SqlExpression name(Name name) {
    if (name.equals(new Name("USER"))) {
      return new Word("CURRENT_USER");
    }
    return name.parts().size() > 1 && name.parts().get(0).equals("PUBLIC")
        ? new Name(name.parts().subList(1, name.parts().size()))
        : name;
  }

  /** A constant is given the type of what it is compared with. */
  private static SqlExpression cast(Cast cast) {
    boolean isNumber =
        cast.operand() instanceof SqlExpression.Number number
            && !number.text().contains(".")
            && (cast.type().startsWith("numeric") || cast.type().equals("bigint"));
    boolean isInexact =
        isNumber(cast.operand())
            && (cast.type().equals("decfloat") || cast.type().equals("double precision"));
    boolean isText =
        cast.operand() instanceof Text text
            && text.prefix().isEmpty()
            && (!cast.type().contains("(") || cast.type().startsWith("enum("));
    return isNumber || isInexact || isText ? cast.operand() : cast;
  }

  private static boolean isNumber(SqlExpression expression) {
    return expression instanceof SqlExpression.Number
        || (expression instanceof SqlExpression.Prefix prefix && isNumber(prefix.operand()));
  }

  private static SqlExpression infix(Infix infix) {
    if (infix.operator().equals("AND") || infix.operator().equals("OR")) {
      return sorted(infix);
    }
    return infix.operator().equals("=") && infix.right().equals(new Word("FALSE"))
        ? new Prefix("NOT", infix.left())
        : H2Constants.folded(infix);
  }

  private static SqlExpression call(Call call) {
    String name = call.name().toUpperCase(Locale.ROOT);
    if (FIELDS.contains(name) && call.is(call.name(), 1)) {
      return new Call(
          new Name("EXTRACT"),
          List.of(new Argument("", new Text(call.name())), new Argument("FROM", call.argument(0))));
    }
    return switch (name) {
      case "NOW" -> call.arguments().isEmpty() ? new Word("LOCALTIMESTAMP") : call;
      case "MOD" -> call.is("mod", 2) ? new Infix("%", call.values()) : call;
      case "POSITION" ->
          call.arguments().size() == 2 && !call.isPlain() ? Call.of("LOCATE", call.values()) : call;
      case "TRIM" -> trim(call);
      case "CASEWHEN" ->
          call.is("casewhen", 3)
              ? new Case(null, List.of(call.argument(0), call.argument(1)), call.argument(2))
              : call;
      default ->
          FUNCTIONS.containsKey(name)
              ? new Call(new Name(FUNCTIONS.get(name)), call.arguments())
              : call;
    };
  }

  /** BOTH is what happens anyway. */
  private static SqlExpression trim(Call call) {
    Argument first = call.arguments().get(0);
    if (first.lead().equals("BOTH FROM")) {
      return Call.of("TRIM", call.values());
    }
    return first.lead().equals("BOTH")
        ? new Call(
            call.function(), List.of(new Argument("", first.value()), call.arguments().get(1)))
        : call;
  }
}
