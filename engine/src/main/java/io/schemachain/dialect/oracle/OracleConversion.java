package io.schemachain.dialect.oracle;

import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.TypeKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What becomes of the values of a column that gets another type. */
final class OracleConversion {
  private static final Pattern SIZED =
      Pattern.compile("(VARCHAR2|CHAR|RAW|TIMESTAMP)\\((\\d+)( CHAR)?\\)( WITH TIME ZONE)?");
  private static final Pattern NUMBER = Pattern.compile("NUMBER\\((\\d+)(?:, (\\d+))?\\)");

  private OracleConversion() {}

  /**
   * Whether MODIFY changes the type of a column that has values, both as they are written. A
   * shorter text or binary is refused by the server where a value is too long.
   */
  static boolean isInPlace(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    Matcher old = NUMBER.matcher(from);
    Matcher changed = NUMBER.matcher(to);
    if (old.matches() && changed.matches()) {
      int oldScale = number(old.group(2));
      int scale = number(changed.group(2));
      return scale >= oldScale
          && number(changed.group(1)) - scale >= number(old.group(1)) - oldScale;
    }
    old = SIZED.matcher(from);
    changed = SIZED.matcher(to);
    if (!old.matches() || !changed.matches() || !old.group(1).equals(changed.group(1))) {
      return false;
    }
    boolean zone = old.group(4) != null;
    boolean grows = number(changed.group(2)) >= number(old.group(2));
    return zone == (changed.group(4) != null)
        && (grows || old.group(1).equals("VARCHAR2") || old.group(1).equals("RAW"));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** An expression for the new value; nothing where the databases do not agree on one. */
  static Optional<String> of(OracleDialect dialect, Column old, Column changed) {
    if (OracleRules.isLarge(old.type()) || OracleRules.isLarge(changed.type())) {
      return Optional.empty(); // ORA-22858: "invalid alteration of datatype"
    }
    String name = dialect.identifiers().quote(old.name());
    TypeKind from = kind(old.type());
    TypeKind to = kind(changed.type());
    return from == null || to == null
        ? Optional.empty()
        : Optional.ofNullable(expression(name, from, to, old.type()))
            .filter(
                expression ->
                    (from != TypeKind.BOOLEAN && to != TypeKind.BOOLEAN)
                        || !dialect.features().booleans());
  }

  /** An enum is a text. */
  private static @Nullable TypeKind kind(DataType type) {
    return type instanceof DataType.Enumeration ? TypeKind.STRING : type.kind();
  }

  private static @Nullable String expression(
      String name, TypeKind from, TypeKind to, DataType type) {
    boolean toText = to == TypeKind.STRING || to == TypeKind.CHAR;
    return switch (from) {
      case SMALLINT, INTEGER, BIGINT, NUMERIC -> fromNumber(name, to, type, toText);
      case REAL, DOUBLE -> to.isNumber() ? name : null;
      case BOOLEAN ->
          to.isNumber()
              ? name
              : toText ? "CASE " + name + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END" : null;
      case CHAR -> toText ? "RTRIM(" + name + ")" : null;
      case STRING -> fromText(name, to, toText);
      case DATE ->
          switch (to) {
            case TIMESTAMP -> "CAST(" + name + " AS TIMESTAMP)";
            case TIMESTAMPTZ -> "FROM_TZ(CAST(" + name + " AS TIMESTAMP), '+00:00')";
            default -> toText ? "TO_CHAR(" + name + ", 'YYYY-MM-DD')" : null;
          };
      case TIMESTAMP ->
          switch (to) {
            case DATE -> "TRUNC(" + name + ")";
            case TIMESTAMP -> name;
            case TIMESTAMPTZ -> "FROM_TZ(" + name + ", '+00:00')";
            default -> null;
          };
      case TIMESTAMPTZ ->
          switch (to) {
            case DATE -> "TRUNC(SYS_EXTRACT_UTC(" + name + "))";
            case TIMESTAMP -> "SYS_EXTRACT_UTC(" + name + ")";
            case TIMESTAMPTZ -> name;
            default -> null;
          };
      case BINARY, VARBINARY -> to == TypeKind.BINARY || to == TypeKind.VARBINARY ? name : null;
      case UUID -> toText ? uuidText(name) : null;
      case TEXT, TIME, INTERVAL, BLOB, JSON -> null;
    };
  }

  private static @Nullable String fromNumber(
      String name, TypeKind to, DataType type, boolean toText) {
    if (to == TypeKind.BOOLEAN) {
      return "CASE WHEN " + name + " = 0 THEN 0 WHEN " + name + " IS NOT NULL THEN 1 END";
    }
    if (to.isNumber()) {
      return name;
    }
    if (!toText) {
      return null;
    }
    int scale = type.is(TypeKind.NUMERIC) ? ((DataType.Scalar) type).requireScale() : 0;
    if (scale == 0) {
      return "TO_CHAR(" + name + ")";
    }
    int whole = ((DataType.Scalar) type).requireLength() - scale;
    String format = "FM" + "9".repeat(Math.max(whole - 1, 0)) + "0." + "0".repeat(scale);
    return "TO_CHAR(" + name + ", '" + format + "')";
  }

  /** A format without a point refuses 1.5, which would be rounded. */
  private static @Nullable String fromText(String name, TypeKind to, boolean toText) {
    if (to.isInteger()) {
      return "TO_NUMBER(" + name + ", '" + "9".repeat(19) + "')";
    }
    if (to == TypeKind.UUID) {
      return "HEXTORAW(REPLACE(" + name + ", '-'))";
    }
    return toText ? name : to == TypeKind.NUMERIC ? "TO_NUMBER(" + name + ")" : null;
  }

  private static String uuidText(String name) {
    return "LOWER(REGEXP_REPLACE(RAWTOHEX("
        + name
        + "), '(.{8})(.{4})(.{4})(.{4})(.{12})', '\\1-\\2-\\3-\\4-\\5'))";
  }
}
