package io.schemachain.dialect;

import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import io.schemachain.model.TypeKind;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** How a database writes constants. The standard's way; a dialect overrides what differs. */
public class Literals {
  private static final DateTimeFormatter TIME = time();
  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(TIME)
          .toFormatter();
  private static final DateTimeFormatter OFFSET =
      new DateTimeFormatterBuilder()
          .append(DATE_TIME)
          .appendOffset("+HH:MM", "+00:00")
          .toFormatter();

  private static DateTimeFormatter time() {
    return new DateTimeFormatterBuilder()
        .appendPattern("HH:mm:ss")
        .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
        .toFormatter();
  }

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
    return typed("TIMESTAMP WITH TIME ZONE", OFFSET.format(value));
  }

  protected String uuid(String value) {
    return string(value);
  }

  protected String json(String value) {
    return string(value);
  }

  /** {@code 2026-11-20 12:10:00}, fraction where there is one, in UTC. */
  protected static String inUtc(OffsetDateTime value) {
    return DATE_TIME.format(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
  }

  protected static String timeText(LocalTime value) {
    return TIME.format(value);
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
      return typed("DATE", date.value().toString());
    }
    if (literal instanceof Literal.Time time) {
      return typed("TIME", TIME.format(time.value()));
    }
    if (literal instanceof Literal.Timestamp timestamp) {
      return typed("TIMESTAMP", DATE_TIME.format(timestamp.value()));
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
