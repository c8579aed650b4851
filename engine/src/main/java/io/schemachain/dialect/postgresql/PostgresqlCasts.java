package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.SqlExpression;
import io.schemachain.dialect.SqlExpression.Cast;
import io.schemachain.dialect.SqlExpression.Infix;
import io.schemachain.dialect.SqlExpression.Text;
import io.schemachain.dialect.SqlExpression.Word;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which casts say nothing that the expression would not mean without them. */
final class PostgresqlCasts {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("int2", "smallint"),
          Map.entry("varchar", "character varying"),
          Map.entry("char", "character"),
          Map.entry("bool", "boolean"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("float8", "double precision"),
          Map.entry("float", "double precision"),
          Map.entry("float4", "real"),
          Map.entry("varbit", "bit varying"));

  private static final Set<String> NUMBERS =
      Set.of("integer", "bigint", "smallint", "numeric", "double precision", "real");

  private static final Set<String> TEXTS = Set.of("text", "character varying", "bpchar");
  private static final Set<String> PROMOTED = Set.of("numeric", "double precision");

  private static final Pattern TYPE = Pattern.compile("([^(\\[]+)(\\([^)]*\\))?([^\\[]*)(.*)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern LIMITED =
      Pattern.compile("character(?: varying)?\\(([0-9]{1,9})\\)");

  private PostgresqlCasts() {}

  /** A type as the catalog has it. */
  static String type(String type) {
    String plain = type.startsWith("pg_catalog.") ? type.substring(11) : type;
    Matcher parts = TYPE.matcher(plain);
    if (!parts.matches()) {
      return plain;
    }
    String name = parts.group(1).strip();
    String modifier = parts.group(2) == null ? "" : parts.group(2);
    String rest = parts.group(3).strip();
    String array = parts.group(4).replaceAll("[0-9 ]", "");
    if (name.equals("timestamptz") || name.equals("timetz")) {
      name = name.substring(0, name.length() - 2);
      rest = "with time zone";
    } else if (name.startsWith("timestamp ") || name.startsWith("time ")) {
      rest = name.substring(name.indexOf(' ') + 1);
      name = name.substring(0, name.indexOf(' '));
    } else if (rest.isEmpty() && (name.equals("timestamp") || name.equals("time"))) {
      rest = "without time zone";
    }
    return TYPES.getOrDefault(name, name) + modifier + (rest.isEmpty() ? "" : " " + rest) + array;
  }

  /** A constant without its type, but for a number that the catalog prints as a string. */
  static SqlExpression ofConstant(Cast cast) {
    if (cast.operand() instanceof SqlExpression.Number number) {
      boolean fits = NUMBERS.contains(cast.type()) && !(isFraction(number) && isWhole(cast));
      return fits ? number : cast;
    }
    if (cast.operand().equals(new Word("NULL"))) {
      return cast.operand();
    }
    if (!(cast.operand() instanceof Text text) || !text.prefix().isEmpty()) {
      return cast;
    }
    String value = text.value();
    if (NUMBERS.contains(cast.type()) && NUMBER.matcher(value).matches()) {
      return new SqlExpression.Number(value.toLowerCase(Locale.ROOT));
    }
    if (cast.type().equals("boolean") && Set.of("t", "true", "f", "false").contains(value)) {
      return new Word(value.startsWith("t") ? "TRUE" : "FALSE");
    }
    if (cast.type().equals("\"bit\"")) {
      return new Text("b", value);
    }
    if (cast.type().equals("interval")) {
      return new Text(PostgresqlIntervals.canonical(value));
    }
    Matcher limited = LIMITED.matcher(cast.type());
    boolean fits = limited.matches() && value.length() <= Integer.parseInt(limited.group(1));
    return fits || !cast.type().contains("(") ? text : cast;
  }

  /** What the cast to a text within a larger expression is about. */
  static SqlExpression withoutText(SqlExpression expression) {
    return expression instanceof Cast cast && TEXTS.contains(cast.type())
        ? cast.operand()
        : expression;
  }

  /** The same for the type that both operands of an operator are made to have. */
  static SqlExpression withoutNumeric(SqlExpression expression) {
    return expression instanceof Cast cast && PROMOTED.contains(cast.type())
        ? cast.operand()
        : expression;
  }

  /**
   * A division of whole numbers is another one, so that a cast says something; on which side it
   * stands says nothing. A number with a fraction casts the other side without saying so.
   */
  static SqlExpression ofDivision(Infix division) {
    SqlExpression left = withoutNumeric(division.left());
    SqlExpression right = withoutNumeric(division.right());
    boolean isCast = left != division.left() || right != division.right();
    if (!isCast || isFraction(left) || isFraction(right)) {
      return new Infix(division.operator(), left, right);
    }
    Cast cast = (Cast) (left != division.left() ? division.left() : division.right());
    return left instanceof SqlExpression.Number
        ? new Infix(division.operator(), left, new Cast(right, cast.type()))
        : new Infix(division.operator(), new Cast(left, cast.type()), right);
  }

  private static boolean isWhole(Cast cast) {
    return cast.type().endsWith("int") || cast.type().equals("integer");
  }

  private static boolean isFraction(SqlExpression expression) {
    return expression instanceof SqlExpression.Number number && number.text().contains(".");
  }

  /** An array without its type. */
  static SqlExpression uncast(SqlExpression expression) {
    return expression instanceof Cast cast && cast.type().endsWith("[]")
        ? cast.operand()
        : expression;
  }
}
