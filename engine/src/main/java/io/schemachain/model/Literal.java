package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A written value, understood by the type of its column. A dialect renders it. */
public sealed interface Literal {
  record Bool(boolean value) implements Literal {}

  record Number(BigDecimal value) implements Literal {
    public Number {
      requireNonNull(value, "value");
    }
  }

  record Text(String value) implements Literal {
    public Text {
      requireNonNull(value, "value");
    }
  }

  record Date(LocalDate value) implements Literal {}

  record Time(LocalTime value) implements Literal {}

  record Timestamp(LocalDateTime value) implements Literal {}

  record TimestampTz(OffsetDateTime value) implements Literal {}

  /** Bytes as lower-case hexadecimal digits. */
  record Binary(String hex) implements Literal {
    public Binary {
      requireNonNull(hex, "hex");
    }
  }

  record Uuid(UUID value) implements Literal {}

  /** A JSON text, passed on as written. */
  record Json(String value) implements Literal {}

  /** Text in the words of the column's own type: native types, intervals, arrays. Quoted. */
  record Other(String value) implements Literal {}

  /**
   * Understands a text as a value of a type.
   *
   * @throws IllegalArgumentException if the type has no such value; the message says what is
   *     expected
   */
  static Literal parse(DataType type, String text) {
    requireStorable(text);
    if (type instanceof DataType.Enumeration enumeration) {
      if (!enumeration.isReference() && !enumeration.values().contains(text)) {
        throw new IllegalArgumentException(
            "'"
                + text
                + "' is not a value of the enum "
                + enumeration.name()
                + ": one of "
                + String.join(", ", enumeration.values())
                + " is expected.");
      }
      return new Text(text);
    }
    TypeKind kind = type.kind();
    if (kind == null) {
      return new Other(text);
    }
    try {
      return ofKind(kind, (DataType.Scalar) type, text);
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a value of the type " + type + ": " + expected(kind), e);
    }
  }

  /** For a text that is no value, but looks like an expression; null where it does not. */
  static @Nullable String expressionHint(String text) {
    return text.matches(
            "(?i)\\w+\\(.*\\)|current_\\w+|local\\w*time\\w*|sys\\w*date\\w*|sys\\w*timestamp")
        ? "An expression is written {sql: " + text + "}."
        : null;
  }

  /**
   * Understands a value that is no expression and not NULL.
   *
   * @throws IllegalArgumentException as {@link #parse(DataType, String)}
   */
  static Literal parse(DataType type, Value value) {
    if (value instanceof Value.Json json) {
      if (!type.is(TypeKind.JSON)) {
        throw new IllegalArgumentException(
            "An object or a list is not a value of the type " + type + ".");
      }
      return parse(type, json.text());
    }
    return parse(type, ((Value.Text) value).text());
  }

  private static void requireStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\0') {
        throw new IllegalArgumentException("A NUL character cannot be stored in a database.");
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw new IllegalArgumentException("Half of a surrogate pair is no character.");
        }
        i++;
      }
    }
  }

  private static Literal ofKind(TypeKind kind, DataType.Scalar type, String text) {
    return switch (kind) {
      case SMALLINT -> integer(text, Short.MIN_VALUE, Short.MAX_VALUE, type);
      case INTEGER -> integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE, type);
      case BIGINT -> integer(text, Long.MIN_VALUE, Long.MAX_VALUE, type);
      case NUMERIC -> numeric(text, type);
      case REAL, DOUBLE -> new Number(new BigDecimal(text));
      case BOOLEAN -> bool(text);
      case CHAR, STRING -> limited(text, type);
      case TEXT -> new Text(text);
      case DATE -> new Date(LocalDate.parse(text));
      case TIME -> new Time(digits(LocalTime.parse(text), type, text));
      case TIMESTAMP -> new Timestamp(timestamp(text, type));
      case TIMESTAMPTZ -> new TimestampTz(timestamptz(text, type));
      case INTERVAL -> new Other(text);
      case BINARY, VARBINARY, BLOB -> binary(text, type);
      case UUID -> new Uuid(uuid(text));
      case JSON -> new Json(text);
    };
  }

  private static String expected(TypeKind kind) {
    return switch (kind) {
      case DATE -> "a date is written 2026-11-20.";
      case TIME -> "a time is written 12:10:00.";
      case TIMESTAMP -> "a timestamp is written 2026-11-20T12:10:00.";
      case TIMESTAMPTZ -> "a timestamptz is written 2026-11-20T12:10:00Z or with +02:00.";
      default -> "a number is expected.";
    };
  }

  private static Number integer(String text, long least, long most, DataType type) {
    if (isShortWholeNumber(text)) {
      long value = Long.parseLong(text);
      requireRange(value >= least && value <= most, text, least, most, type);
      return new Number(BigDecimal.valueOf(value));
    }
    BigDecimal value = new BigDecimal(text);
    if (value.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a value of the type " + type + ": a whole number is expected.");
    }
    boolean fits =
        value.compareTo(BigDecimal.valueOf(least)) >= 0
            && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    requireRange(fits, text, least, most, type);
    return new Number(value);
  }

  private static void requireRange(
      boolean fits, String text, long least, long most, DataType type) {
    if (!fits) {
      throw new IllegalArgumentException(
          text + " does not fit into " + type + " (" + least + " to " + most + ").");
    }
  }

  /** Digits alone, with a minus before them or not, and surely a long. */
  private static boolean isShortWholeNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    final int most = 18;
    if (text.length() == start || text.length() > most) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static Number numeric(String text, DataType.Scalar type) {
    BigDecimal value = new BigDecimal(text);
    BigDecimal plain = value.stripTrailingZeros();
    int wholeDigits = plain.precision() - plain.scale();
    if (plain.scale() > type.requireScale()
        || wholeDigits > type.requireLength() - type.requireScale()) {
      throw new IllegalArgumentException(text + " does not fit into " + type + ".");
    }
    return new Number(value);
  }

  private static Bool bool(String text) {
    return switch (text) {
      case "true" -> new Bool(true);
      case "false" -> new Bool(false);
      default ->
          throw new IllegalArgumentException(
              "'" + text + "' is not a boolean: write true or false.");
    };
  }

  private static Text limited(String text, DataType.Scalar type) {
    int length = text.codePointCount(0, text.length());
    if (length > type.requireLength()) {
      throw new IllegalArgumentException(
          "A text of " + length + " characters does not fit into " + type + ".");
    }
    return new Text(text);
  }

  private static Binary binary(String text, DataType.Scalar type) {
    String hex = (text.startsWith("0x") ? text.substring(2) : text).toLowerCase(Locale.ROOT);
    int length;
    try {
      length = HexFormat.of().parseHex(hex).length;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Bytes are written as pairs of hexadecimal digits, such as 0xCAFE.", e);
    }
    if (type.length() != null && length > type.requireLength()) {
      throw new IllegalArgumentException(length + " bytes do not fit into " + type + ".");
    }
    return new Binary(hex);
  }

  private static UUID uuid(String text) {
    UUID uuid = null;
    try {
      uuid = UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "' is not a UUID.", e);
    }
    if (!uuid.toString().equals(text.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("'" + text + "' is not a UUID in its full form.");
    }
    return uuid;
  }

  private static LocalDateTime timestamp(String text, DataType.Scalar type) {
    String iso = text.length() > 10 && text.charAt(10) == ' ' ? withT(text) : text;
    if (iso.length() == 10) {
      return LocalDate.parse(iso).atStartOfDay();
    }
    LocalDateTime value = LocalDateTime.parse(iso);
    digits(value.toLocalTime(), type, text);
    return value;
  }

  private static OffsetDateTime timestamptz(String text, DataType.Scalar type) {
    OffsetDateTime value =
        OffsetDateTime.parse(text.length() > 10 && text.charAt(10) == ' ' ? withT(text) : text);
    digits(value.toLocalTime(), type, text);
    return value;
  }

  private static String withT(String text) {
    return text.substring(0, 10) + "T" + text.substring(11);
  }

  private static LocalTime digits(LocalTime time, DataType.Scalar type, String text) {
    int digits = type.requireLength();
    int unit = (int) Math.pow(10, 9.0 - digits);
    if (time.getNano() % unit != 0) {
      throw new IllegalArgumentException(
          "'" + text + "' has more than the " + digits + " fractional digits of " + type + ".");
    }
    return time;
  }
}
