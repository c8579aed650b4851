package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * What a rebuild does with the values of a column whose type changes. SQLite itself would keep them
 * as they are, save for what the affinity of the declared type turns into a number or a text. So
 * they are converted to what other databases make of them, {@link SqliteTypes} says how each type
 * is stored; and what then is no value of the new type stops the rebuild.
 *
 * @param expression of the value to store, in which {@code {c}} stands for the column
 * @param fits a condition that does not hold for a stored value that is not of the new type; null
 *     where nothing need be asked
 */
record SqliteConversion(String expression, @Nullable String fits) {
  private static final String AS_IT_IS = "{c}";

  /** Types that are stored alike. */
  private enum Family {
    INTEGER,
    NUMERIC,
    FLOAT,
    BOOLEAN,
    TEXT,
    DATE,
    TIME,
    MOMENT,
    BINARY,
    UUID,
    JSON,
    UNKNOWN;

    static Family of(DataType type) {
      TypeKind kind = type.kind();
      if (kind == null) {
        return type instanceof DataType.Enumeration ? TEXT : UNKNOWN;
      }
      return switch (kind) {
        case SMALLINT, INTEGER, BIGINT -> INTEGER;
        case NUMERIC -> NUMERIC;
        case REAL, DOUBLE -> FLOAT;
        case BOOLEAN -> BOOLEAN;
        case CHAR, STRING, TEXT -> TEXT;
        case DATE -> DATE;
        case TIME -> TIME;
        case TIMESTAMP, TIMESTAMPTZ -> MOMENT;
        case BINARY, VARBINARY, BLOB -> BINARY;
        case UUID -> UUID;
        case JSON -> JSON;
        case INTERVAL -> UNKNOWN;
      };
    }
  }

  /** Whether the type changes of a column that is stored. */
  static boolean isNeeded(Column old, Column changed) {
    return changed.computed() == null && !old.type().equals(changed.type());
  }

  /**
   * @throws UnsupportedFeatureException if the databases do not agree on what such a value becomes
   */
  static SqliteConversion of(Column old, Column changed) {
    Family from = Family.of(old.type());
    Family to = Family.of(changed.type());
    if (from == Family.UNKNOWN || to == Family.UNKNOWN) {
      return new SqliteConversion(AS_IT_IS, null);
    }
    String expression = expression(from, old.type(), to);
    if (expression == null) {
      throw new UnsupportedFeatureException(
          "SQLite",
          "another type for " + old.name() + ": " + old.type() + " to " + changed.type(),
          "Add a column of the new type, fill it with `execute`, drop the old one and rename the"
              + " new one.");
    }
    return new SqliteConversion(expression, fits(from, old.type(), to, changed.type()));
  }

  /** By an expression of the author; what it gives must be a value of the new type. */
  static SqliteConversion byAuthor(Column changed) {
    Family to = Family.of(changed.type());
    DataType unknown = new DataType.Native("unknown");
    return new SqliteConversion(AS_IT_IS, fits(Family.UNKNOWN, unknown, to, changed.type()));
  }

  boolean doesAnything() {
    return fits != null || !expression.equals(AS_IT_IS);
  }

  String expression(String quotedName) {
    return expression.replace("{c}", quotedName);
  }

  /** Null where nothing need be asked. */
  @Nullable String fits(String quotedName) {
    return fits == null ? null : fits.replace("{c}", quotedName);
  }

  private static @Nullable String expression(Family from, DataType old, Family to) {
    return switch (to) {
      case INTEGER ->
          switch (from) {
            case INTEGER, FLOAT, BOOLEAN -> AS_IT_IS;
            case NUMERIC -> "iif(typeof({c}) = 'real', round({c}), {c})";
            case TEXT -> DIGITS;
            default -> null;
          };
      case NUMERIC ->
          switch (from) {
            case INTEGER, NUMERIC, FLOAT, BOOLEAN -> AS_IT_IS;
            case TEXT -> EXACT_NUMBER;
            default -> null;
          };
      case FLOAT ->
          switch (from) {
            case INTEGER, NUMERIC, FLOAT, BOOLEAN, TEXT -> AS_IT_IS;
            default -> null;
          };
      case BOOLEAN ->
          switch (from) {
            case BOOLEAN -> AS_IT_IS;
            case INTEGER -> "iif(typeof({c}) = 'integer', {c} <> 0, {c})";
            case TEXT ->
                "CASE lower(trim({c})) WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE {c} END";
            default -> null;
          };
      case TEXT -> text(from, old);
      case DATE ->
          switch (from) {
            case DATE -> AS_IT_IS;
            case MOMENT -> "substr({c}, 1, 10)";
            case TEXT -> "trim({c})";
            default -> null;
          };
      case TIME ->
          switch (from) {
            case TIME -> AS_IT_IS;
            case MOMENT -> "substr({c}, 12)";
            case TEXT -> "trim({c})";
            default -> null;
          };
      case MOMENT ->
          switch (from) {
            case MOMENT -> AS_IT_IS;
            case DATE -> "{c} || ' 00:00:00'";
            case TEXT ->
                "iif(length(trim({c})) = 10, trim({c}) || ' 00:00:00', replace(trim({c}), 'T', ' '))";
            default -> null;
          };
      case UUID ->
          switch (from) {
            case UUID -> AS_IT_IS;
            case TEXT -> "lower(trim({c}))";
            default -> null;
          };
      case JSON -> from == Family.JSON || from == Family.TEXT ? AS_IT_IS : null;
      case BINARY -> from == Family.BINARY ? AS_IT_IS : null;
      case UNKNOWN -> AS_IT_IS;
    };
  }

  /**
   * The affinity makes a number of a text, a double where it is no 64-bit integer, which keeps 15
   * digits. A text that would become another number stays one: as bytes, which no affinity touches,
   * so that the check finds it.
   */
  private static final String DIGITS = "iif(trim({c}) GLOB '*[^0-9+-]*', CAST({c} AS BLOB), {c})";

  private static final String EXACT_NUMBER =
      "iif(length(replace(ltrim(trim({c}), '+-0'), '.', '')) <= 15"
          + " OR trim({c}) NOT GLOB '*[^0-9+-]*' AND typeof(CAST({c} AS NUMERIC)) = 'integer',"
          + " {c}, CAST({c} AS BLOB))";

  private static @Nullable String text(Family from, DataType old) {
    return switch (from) {
      // The affinity makes texts of integers.
      case TEXT, INTEGER, DATE, TIME, MOMENT, UUID, JSON -> AS_IT_IS;
      case NUMERIC -> numberText(((DataType.Scalar) old).requireScale());
      // As few digits as bring back the same number.
      case FLOAT ->
          "CASE WHEN typeof({c}) <> 'real' THEN {c}"
              + " WHEN CAST(printf('%.15g', {c}) AS REAL) = {c} THEN printf('%.15g', {c})"
              + " ELSE printf('%!.17g', {c}) END";
      case BOOLEAN -> "CASE {c} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE {c} END";
      case BINARY, UNKNOWN -> null;
    };
  }

  /** With all digits of the scale, as it is shown elsewhere. */
  private static String numberText(int scale) {
    String zeros = scale == 0 ? "" : " WHEN 'integer' THEN {c} || '." + "0".repeat(scale) + "'";
    return "CASE typeof({c})"
        + zeros
        + " WHEN 'real' THEN printf('%."
        + scale
        + "f', {c}) ELSE {c} END";
  }

  private static @Nullable String fits(Family from, DataType old, Family to, DataType type) {
    return switch (to) {
      case INTEGER -> "typeof({c}) = 'null' OR typeof({c}) = 'integer'" + range(type);
      case NUMERIC -> numeric((DataType.Scalar) type);
      case FLOAT -> "typeof({c}) IN ('real', 'null')";
      case BOOLEAN -> "{c} IS NULL OR {c} IN (0, 1)";
      case TEXT -> length(old, type);
      case DATE -> from == to ? null : "{c} IS date({c})";
      case TIME ->
          from == to
              ? null
              : "substr({c}, 1, 8) IS time(substr({c}, 1, 8))"
                  + " AND rtrim(substr({c}, 9), '0123456789') IN ('', '.')";
      case MOMENT ->
          from == to
              ? null
              : "substr({c}, 1, 19) IS datetime(substr({c}, 1, 19))"
                  + " AND rtrim(substr({c}, 20), '0123456789') IN ('', '.')";
      case UUID ->
          from == to
              ? null
              : "{c} LIKE '________-____-____-____-____________'"
                  + " AND length(replace({c}, '-', '')) = 32 AND replace({c}, '-', '') NOT GLOB '*[^0-9a-f]*'";
      case JSON -> from == to ? null : "json_valid({c})";
      case BINARY, UNKNOWN -> null;
    };
  }

  private static String range(DataType type) {
    if (type.is(TypeKind.SMALLINT)) {
      return " AND {c} BETWEEN -32768 AND 32767";
    }
    return type.is(TypeKind.INTEGER) ? " AND {c} BETWEEN -2147483648 AND 2147483647" : "";
  }

  private static String numeric(DataType.Scalar type) {
    int scale = type.requireScale();
    String bound = "1e" + (type.requireLength() - scale);
    return "typeof({c}) = 'null' OR (typeof({c}) = 'integer' OR typeof({c}) = 'real' AND round({c}, "
        + scale
        + ") = {c}) AND {c} > -"
        + bound
        + " AND {c} < "
        + bound;
  }

  private static @Nullable String length(DataType old, DataType type) {
    Integer length = type.kind() == null ? null : ((DataType.Scalar) type).length();
    if (length == null) {
      return null;
    }
    boolean longEnough =
        old instanceof DataType.Scalar text
            && text.kind().isCharacter()
            && text.length() != null
            && text.length() <= length;
    return longEnough ? null : "length({c}) <= " + length;
  }
}
