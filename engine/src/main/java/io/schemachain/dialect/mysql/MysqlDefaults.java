package io.schemachain.dialect.mysql;

import io.schemachain.model.DataType;
import io.schemachain.model.TypeKind;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How MySQL wants what follows DEFAULT. */
final class MysqlDefaults {
  private static final Pattern NOW =
      Pattern.compile(
          "(?:NOW\\s*\\(|(?:CURRENT_TIMESTAMP|LOCALTIMESTAMP|LOCALTIME)(?:\\s*\\(|$))"
              + "\\s*(\\d?)\\s*\\)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NATIVE_TIME =
      Pattern.compile(
          "(?:DATETIME|TIMESTAMP)\\b\\s*(?:\\(\\s*(\\d)\\s*\\))?.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NATIVE_LONG =
      Pattern.compile(
          "(?:(?:TINY|MEDIUM|LONG)?(?:TEXT|BLOB)|JSON|GEOMETRY|POINT)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONSTANT =
      Pattern.compile(
          "'(?:[^'\\\\]|''|\\\\.)*+'|[+-]?\\d+(?:\\.\\d+)?(?:E[+-]?\\d+)?|TRUE|FALSE|NULL",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private MysqlDefaults() {}

  /** Whether an expression is a constant, which does without parentheses. */
  static boolean isConstant(String sql) {
    return CONSTANT.matcher(sql.strip()).matches();
  }

  /**
   * The types that are kept outside of the row: they cannot be in a key, nor have a plain default.
   */
  static boolean isLong(DataType type) {
    return type.is(TypeKind.TEXT)
        || type.is(TypeKind.BLOB)
        || type.is(TypeKind.JSON)
        || (type instanceof DataType.Native other && NATIVE_LONG.matcher(other.text()).matches());
  }

  /**
   * An expression stands in parentheses. The current time does without them, but wants as many
   * fractional digits as the column has; where the author says none those of the column are meant.
   */
  static String expression(String sql, DataType type) {
    String inner = withoutParentheses(sql.strip());
    Matcher now = NOW.matcher(inner);
    OptionalInt digits = digits(type);
    if (digits.isPresent() && now.matches()) {
      String written = now.group(1);
      if (written.isEmpty() || Integer.parseInt(written) == digits.getAsInt()) {
        return digits.getAsInt() == 0
            ? "CURRENT_TIMESTAMP"
            : "CURRENT_TIMESTAMP(" + digits.getAsInt() + ")";
      }
    }
    return "(" + inner + ")";
  }

  private static OptionalInt digits(DataType type) {
    if (type instanceof DataType.Native other) {
      Matcher matcher = NATIVE_TIME.matcher(other.text());
      if (!matcher.matches()) {
        return OptionalInt.empty();
      }
      return OptionalInt.of(matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)));
    }
    return type.is(TypeKind.TIMESTAMP) || type.is(TypeKind.TIMESTAMPTZ)
        ? OptionalInt.of(((DataType.Scalar) type).requireLength())
        : OptionalInt.empty();
  }

  private static String withoutParentheses(String sql) {
    if (!sql.startsWith("(") || !sql.endsWith(")")) {
      return sql;
    }
    String inner = sql.substring(1, sql.length() - 1);
    // Quotes may hide parentheses; then the text stays as it is, which is right as well.
    return inner.matches("[^()'\"`]*(?:\\([^()'\"`]*\\)[^()'\"`]*)*+") && !inner.isBlank()
        ? inner.strip()
        : sql;
  }
}
