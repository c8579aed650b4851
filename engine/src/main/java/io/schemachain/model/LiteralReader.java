package io.schemachain.model;

import io.schemachain.model.Literal.Binary;
import io.schemachain.model.Literal.Bool;
import io.schemachain.model.Literal.Date;
import io.schemachain.model.Literal.Json;
import io.schemachain.model.Literal.Number;
import io.schemachain.model.Literal.Other;
import io.schemachain.model.Literal.Text;
import io.schemachain.model.Literal.Time;
import io.schemachain.model.Literal.Timestamp;
import io.schemachain.model.Literal.TimestampTz;
import io.schemachain.model.Literal.Uuid;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * Understands texts as values of types. What is a value here is one on every database, save for
 * what a dialect refuses when it renders.
 */
final class LiteralReader {
  /** Before or behind the point; far more than any database has. */
  private static final int MOST_DIGITS = 1000;

  /** With a sign, a point and an exponent. Reading takes the square of the length. */
  private static final int LONGEST_NUMBER = 2 * MOST_DIGITS + 20;

  private static final int LAST_YEAR = 9999;
  private static final int SECONDS_PER_MINUTE = 60;

  /** Oracle's range, the smallest; all zones of the world are in it. */
  private static final ZoneOffset FIRST_OFFSET = ZoneOffset.ofHours(-12);

  private static final ZoneOffset LAST_OFFSET = ZoneOffset.ofHours(14);

  private static final BigDecimal GREATEST_REAL = new BigDecimal(Float.MAX_VALUE);
  private static final BigDecimal GREATEST_DOUBLE = new BigDecimal(Double.MAX_VALUE);
  private static final BigDecimal LEAST_REAL = new BigDecimal(Float.MIN_NORMAL);
  private static final BigDecimal LEAST_DOUBLE = new BigDecimal(Double.MIN_NORMAL);

  private LiteralReader() {}

  /**
   * @throws IllegalArgumentException if the type has no such value; the message says what is
   *     expected
   */
  static Literal read(DataType type, String text) {
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

  /** Characters that every database stores. */
  static void requireStorable(CharSequence text) {
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
      case REAL, DOUBLE -> floating(text, kind);
      case BOOLEAN -> bool(text);
      case CHAR, STRING -> limited(text, type);
      case TEXT -> new Text(text);
      case DATE -> new Date(inRange(LocalDate.parse(text), text));
      case TIME -> new Time(digits(LocalTime.parse(text), type, text));
      case TIMESTAMP -> new Timestamp(timestamp(text, type));
      case TIMESTAMPTZ -> new TimestampTz(timestamptz(text, type));
      case INTERVAL -> new Other(text);
      case BINARY, VARBINARY, BLOB -> binary(text, type);
      case UUID -> new Uuid(uuid(text));
      case JSON -> json(text);
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
    BigDecimal value = decimal(text);
    requireWritable(value, text, type);
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

  private static BigDecimal decimal(String text) {
    if (text.length() > LONGEST_NUMBER) {
      throw new IllegalArgumentException(
          "A number of " + text.length() + " characters does not fit into any type.");
    }
    return new BigDecimal(text);
  }

  /** Written out, {@code 0e-2000000000} would fill the memory. */
  private static void requireWritable(BigDecimal value, String text, DataType type) {
    if (Math.abs((long) value.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException(text + " does not fit into " + type + ".");
    }
  }

  /**
   * Zero, or within what every database has: no subnormal number, and none that is rounded down.
   */
  private static Number floating(String text, TypeKind kind) {
    BigDecimal value = decimal(text);
    if (value.signum() == 0) {
      if (text.startsWith("-")) {
        throw new IllegalArgumentException(
            "There is no negative zero in every database: write 0 for '" + text + "'.");
      }
      return new Number(value);
    }
    BigDecimal size = value.abs();
    boolean real = kind == TypeKind.REAL;
    if (size.compareTo(real ? GREATEST_REAL : GREATEST_DOUBLE) > 0
        || size.compareTo(real ? LEAST_REAL : LEAST_DOUBLE) < 0) {
      throw new IllegalArgumentException(text + " does not fit into " + kind.word() + ".");
    }
    return new Number(value);
  }

  private static Number numeric(String text, DataType.Scalar type) {
    BigDecimal value = decimal(text);
    requireWritable(value, text, type);
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
    UUID uuid;
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
      return inRange(LocalDate.parse(iso), text).atStartOfDay();
    }
    LocalDateTime value = LocalDateTime.parse(iso);
    inRange(value.toLocalDate(), text);
    digits(value.toLocalTime(), type, text);
    return value;
  }

  private static OffsetDateTime timestamptz(String text, DataType.Scalar type) {
    OffsetDateTime value =
        OffsetDateTime.parse(text.length() > 10 && text.charAt(10) == ' ' ? withT(text) : text);
    digits(value.toLocalTime(), type, text);
    inRange(value.toLocalDate(), text);
    inRange(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate(), text);
    int seconds = value.getOffset().getTotalSeconds();
    if (seconds % SECONDS_PER_MINUTE != 0
        || seconds < FIRST_OFFSET.getTotalSeconds()
        || seconds > LAST_OFFSET.getTotalSeconds()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' has an offset that not every database knows: it is in whole minutes, from "
              + FIRST_OFFSET
              + " to "
              + LAST_OFFSET
              + ". Write the same in UTC, with a Z.");
    }
    return value;
  }

  private static LocalDate inRange(LocalDate date, String text) {
    if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(
          "'" + text + "' is not in the years 1 to 9999, which every database has.");
    }
    return date;
  }

  private static Json json(String text) {
    JsonText.require(text);
    return new Json(text);
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
