package io.schemachain.dialect.mysql;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.Precedence;
import io.schemachain.dialect.SqlExpression;
import io.schemachain.dialect.SqlExpression.Argument;
import io.schemachain.dialect.SqlExpression.Call;
import io.schemachain.dialect.SqlExpression.Case;
import io.schemachain.dialect.SqlExpression.Cast;
import io.schemachain.dialect.SqlExpression.Infix;
import io.schemachain.dialect.SqlExpression.Interval;
import io.schemachain.dialect.SqlExpression.Name;
import io.schemachain.dialect.SqlExpression.Prefix;
import io.schemachain.dialect.SqlExpression.Suffix;
import io.schemachain.dialect.SqlExpression.Text;
import io.schemachain.dialect.SqlExpression.Word;
import io.schemachain.dialect.SqlLexis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the catalog prints expressions: functions under one of their names, truth as a comparison
 * with 0, strings with their character set.
 */
class MysqlExpressions extends ExpressionForm {
  private static final SqlExpression.Number ZERO = new SqlExpression.Number("0");
  private static final Set<String> TRUTHS = Set.of("AND", "OR", "XOR");

  private static final Precedence PRECEDENCE =
      Precedence.standard(
          Map.ofEntries(
              Map.entry("||", Precedence.OR),
              Map.entry("&&", Precedence.AND),
              Map.entry("IS", Precedence.COMPARISON),
              Map.entry("|", Precedence.OTHER),
              Map.entry("&", Precedence.OTHER + 1),
              Map.entry("<<", Precedence.OTHER + 2),
              Map.entry(">>", Precedence.OTHER + 2),
              Map.entry("->", Precedence.TIGHTEST),
              Map.entry("->>", Precedence.TIGHTEST)));

  /** The name that is printed, or any one of several where the two servers differ. */
  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("character_length", "char_length"),
          Map.entry("octet_length", "length"),
          Map.entry("substring", "substr"),
          Map.entry("mid", "substr"),
          Map.entry("power", "pow"),
          Map.entry("ceil", "ceiling"),
          Map.entry("lcase", "lower"),
          Map.entry("ucase", "upper"),
          Map.entry("dayofmonth", "day"),
          Map.entry("schema", "database"),
          Map.entry("sha1", "sha"));

  MysqlExpressions(SqlLexis lexis) {
    super(lexis, BareNames.AS_WRITTEN);
  }

  @Override
  protected String prepared(String sql) {
    return MysqlStrings.unescaped(sql);
  }

  @Override
  protected Precedence precedence() {
    return PRECEDENCE;
  }

  @Override
  protected String operator(String operator) {
    return switch (operator) {
      case "||" -> "OR";
      case "&&" -> "AND";
      case "MOD" -> "%";
      default -> super.operator(operator);
    };
  }

  @Override
  protected String type(String type) {
    return switch (type) {
      case "signed integer", "signed int" -> "signed";
      case "unsigned integer", "unsigned int" -> "unsigned";
      default -> type.replaceAll(" ?(charset|character set) utf8mb4$", "");
    };
  }

  @Override
  protected SqlExpression rewrite(SqlExpression expression) {
    if (expression instanceof Name name) {
      return new Name(name.last());
    }
    if (expression instanceof Text text) {
      return MysqlStrings.constant(text);
    }
    if (expression instanceof Word word && Set.of("TRUE", "FALSE").contains(word.word())) {
      return new SqlExpression.Number(word.word().equals("TRUE") ? "1" : "0");
    }
    if (expression instanceof Word word && word.word().startsWith("LOCALTIME")) {
      return new Word("CURRENT_TIMESTAMP");
    }
    if (expression instanceof Prefix not && not.operator().equals("NOT")) {
      return isTruth(not.operand()) ? not : new Infix("=", not.operand(), ZERO);
    }
    if (expression instanceof Suffix is && !is.operator().endsWith("NULL")) {
      return new Suffix(truth(is.operand()), is.operator());
    }
    if (expression instanceof Case some && some.operand() == null) {
      return conditions(some);
    }
    if (expression instanceof Call call) {
      return call(call);
    }
    return expression instanceof Infix infix ? infix(infix) : expression;
  }

  private static SqlExpression infix(Infix infix) {
    if (infix.isOneOf(TRUTHS)) {
      return infix.map(MysqlExpressions::truth);
    }
    boolean isTurned = infix.operator().equals("=") || infix.operator().equals("<>");
    if (isTurned && infix.left().equals(ZERO) && !infix.right().equals(ZERO)) {
      return new Infix(infix.operator(), List.of(infix.right(), infix.left()));
    }
    return switch (infix.operator()) {
      case "RLIKE" -> new Infix("REGEXP", infix.operands());
      case "NOT RLIKE" -> new Infix("NOT REGEXP", infix.operands());
      case "->" -> Call.of("json_extract", infix.operands());
      case "->>" -> Call.of("json_unquote", List.of(Call.of("json_extract", infix.operands())));
      default -> infix;
    };
  }

  /** An operand of AND, and whatever else is true unless it is 0. */
  private static SqlExpression truth(SqlExpression operand) {
    return isTruth(operand) ? operand : new Infix("<>", operand, ZERO);
  }

  private static boolean isTruth(SqlExpression operand) {
    return isLogical(operand)
        || (operand instanceof Prefix prefix && prefix.operator().equals("NOT"))
        || (operand instanceof Infix infix
            && (infix.isOneOf(TRUTHS)
                || infix.operator().equals("<=>")
                || infix.operator().endsWith("LIKE")
                || infix.operator().endsWith("REGEXP")));
  }

  private static SqlExpression conditions(Case some) {
    List<SqlExpression> branches = new ArrayList<>(some.branches());
    for (int i = 0; i < branches.size(); i += 2) {
      branches.set(i, truth(branches.get(i)));
    }
    return new Case(null, branches, some.otherwise());
  }

  private static SqlExpression call(Call call) {
    List<Argument> arguments = call.arguments();
    return switch (call.name()) {
      case "now", "localtime", "localtimestamp" -> current("CURRENT_TIMESTAMP", call);
      case "curdate" -> current("CURRENT_DATE", call);
      case "curtime" -> current("CURRENT_TIME", call);
      case "isnull" -> call.is("isnull", 1) ? new Suffix(call.argument(0), "IS NULL") : call;
      case "mod" -> call.is("mod", 2) ? new Infix("%", call.values()) : call;
      case "date" -> call.is("date", 1) ? new Cast(call.argument(0), "date") : call;
      case "regexp_like" -> call.is("regexp_like", 2) ? new Infix("REGEXP", call.values()) : call;
      case "date_add", "adddate" -> moved("+", call);
      case "date_sub", "subdate" -> moved("-", call);
      case "position" ->
          arguments.size() == 2 && !call.isPlain() ? Call.of("locate", call.values()) : call;
      case "convert" -> convert(call);
      case "if" ->
          call.is("if", 3)
              ? Call.of("if", List.of(truth(call.argument(0)), call.argument(1), call.argument(2)))
              : call;
      default ->
          FUNCTIONS.containsKey(call.name())
              ? new Call(new Name(FUNCTIONS.get(call.name())), arguments)
              : call;
    };
  }

  private static SqlExpression current(String word, Call call) {
    return call.arguments().isEmpty()
        ? new Word(word)
        : Call.of(word.toLowerCase(Locale.ROOT), call.values());
  }

  private static SqlExpression moved(String operator, Call call) {
    boolean isInterval =
        call.arguments().size() == 2 && call.argument(1) instanceof Interval && call.isPlain();
    return isInterval ? new Infix(operator, call.values()) : call;
  }

  /** CONVERT is CAST; to the character set that everything has, it is nothing. */
  private static SqlExpression convert(Call call) {
    if (call.arguments().size() != 2) {
      return call;
    }
    SqlExpression second = call.argument(1);
    if (call.arguments().get(1).lead().equals("USING")) {
      boolean isUnquoted =
          call.argument(0) instanceof Call inner && inner.name().equals("json_unquote");
      return isUnquoted && second.equals(new Name("utf8mb4")) ? call.argument(0) : call;
    }
    if (second instanceof Name type) {
      return new Cast(call.argument(0), type.last());
    }
    boolean isType =
        second instanceof Call type
            && type.is(type.name(), 1)
            && type.argument(0) instanceof SqlExpression.Number;
    return isType
        ? new Cast(
            call.argument(0),
            ((Call) second).name()
                + "("
                + ((SqlExpression.Number) ((Call) second).argument(0)).text()
                + ")")
        : call;
  }
}
