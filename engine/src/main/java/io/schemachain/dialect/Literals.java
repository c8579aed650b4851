package io.schemachain.dialect;

import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import io.schemachain.model.TypeKind;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * How a database writes constants. The standard's way; a dialect overrides what differs. Times are
 * written without java.time.format, which takes long to load.
 */
public class Literals {
  private static final int NANOS_PER_MICRO = 1000;
  private static final int MICROS_PER_SECOND = 1_000_000;

  /** A string constant with everything escaped that must be. */
  public String string(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  protected String bool(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  /**
   * @param hex lower-case hexadecimal digits
   */
  protected String binary(String hex) {
    return "X'" + hex + "'";
  }

  /** A value with the syntax of a type, such as {@code DATE '2026-11-20'}; some only quote it. */
  protected String typed(String type, String value) {
    return type + " '" + value + "'";
  }

  protected String timestampTz(OffsetDateTime value) {
    return typed("TIMESTAMP WITH TIME ZONE", isoText(new Literal.TimestampTz(value)));
  }

  protected String uuid(String value) {
    return string(value);
  }

  protected String json(String value) {
    return string(value);
  }

  /** {@code 2026-11-20 12:10:00}, fraction where there is one, in UTC. */
  protected static String inUtc(OffsetDateTime value) {
    return dateTime(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
  }

  /** {@code 12:10:00.5}, at most six fractional digits. */
  protected static String timeText(LocalTime value) {
    StringBuilder text = new StringBuilder();
    twoDigits(text, value.getHour()).append(':');
    twoDigits(text, value.getMinute()).append(':');
    twoDigits(text, value.getSecond());
    int micros = value.getNano() / NANOS_PER_MICRO;
    if (micros != 0) {
      text.append('.').append(Integer.toString(MICROS_PER_SECOND + micros), 1, 7);
      while (text.charAt(text.length() - 1) == '0') {
        text.setLength(text.length() - 1);
      }
    }
    return text.toString();
  }

  /** A date or a time in the standard's text, with the offset of a point in time. */
  public static String isoText(Literal literal) {
    if (literal instanceof Literal.Date date) {
      return date.value().toString();
    }
    if (literal instanceof Literal.Time time) {
      return timeText(time.value());
    }
    if (literal instanceof Literal.Timestamp timestamp) {
      return dateTime(timestamp.value());
    }
    OffsetDateTime value = ((Literal.TimestampTz) literal).value();
    return dateTime(value.toLocalDateTime()) + offset(value);
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static String dateTime(LocalDateTime value) {
    return value.toLocalDate() + " " + timeText(value.toLocalTime());
  }

  private static String offset(OffsetDateTime value) {
    String id = value.getOffset().getId();
    return id.equals("Z") ? "+00:00" : id.substring(0, "+00:00".length());
  }

  /** The constant for a value of a column of that type. */
  public String render(Literal literal, DataType type) {
    if (literal instanceof Literal.Bool bool) {
      return bool(bool.value());
    }
    if (literal instanceof Literal.Number number) {
      // Written out, 1e100 would be a decimal number, and too long for one.
      return type.is(TypeKind.DOUBLE) || type.is(TypeKind.REAL)
          ? number.value().toString()
          : number.value().toPlainString();
    }
    if (literal instanceof Literal.Text text) {
      return string(text.value());
    }
    if (literal instanceof Literal.Date date) {
      return typed("DATE", isoText(date));
    }
    if (literal instanceof Literal.Time time) {
      return typed("TIME", isoText(time));
    }
    if (literal instanceof Literal.Timestamp timestamp) {
      return typed("TIMESTAMP", isoText(timestamp));
    }
    if (literal instanceof Literal.TimestampTz timestamp) {
      return timestampTz(timestamp.value());
    }
    if (literal instanceof Literal.Binary binary) {
      return binary(binary.hex());
    }
    if (literal instanceof Literal.Uuid uuid) {
      return uuid(uuid.value().toString());
    }
    if (literal instanceof Literal.Json json) {
      return json(json.value());
    }
    return string(((Literal.Other) literal).value());
  }
}
