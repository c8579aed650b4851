package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
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

  /** A JSON text that is one, passed on as written. */
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
    return LiteralReader.read(type, text);
  }

  /** For a text that is no value, but looks like an expression; null where it does not. */
  static @Nullable String expressionHint(String text) {
    final int longest = 200;
    return text.length() <= longest
            && text.matches(
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
}
