package io.schemachain.review;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DataType.Enumeration;
import io.schemachain.model.DataType.Scalar;
import io.schemachain.model.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to ask before a column gets another type: values that it does not take, or takes otherwise.
 *
 * @param column as the database has it
 */
record TypeProbes(TableNow table, Column column, Dialect dialect, ProbeWriter out) {
  private static final BigDecimal LARGEST_REAL = new BigDecimal("3.4028235E38");

  /**
   * The numbers of a type.
   *
   * @param scale digits behind the point
   */
  private record Range(BigDecimal least, BigDecimal most, int scale) {
    static Range of(BigInteger least, BigInteger most) {
      return new Range(new BigDecimal(least), new BigDecimal(most), 0);
    }

    static Range ofDigits(int precision, int scale) {
      BigDecimal most =
          new BigDecimal(BigInteger.TEN.pow(precision).subtract(BigInteger.ONE), scale);
      return new Range(most.negate(), most, scale);
    }

    boolean contains(Range other) {
      return least.compareTo(other.least) <= 0 && most.compareTo(other.most) >= 0;
    }
  }

  void fit(DataType to) {
    if (to.equals(column.type())) {
      return;
    }
    if (to instanceof Enumeration type) {
      values(type);
    } else if (column.type() instanceof Scalar from && to instanceof Scalar type) {
      fit(from, type);
    } else {
      unknown(to);
    }
  }

  private void fit(Scalar from, Scalar to) {
    if (to.kind().isNumber()) {
      number(from, to);
    } else if (to.kind() == TypeKind.STRING || to.kind() == TypeKind.CHAR) {
      text(from, to);
    } else if (isBinary(from) && isBinary(to)) {
      if (to.kind() != TypeKind.BLOB && isLonger(from, to)) {
        tooLong(dialect.questions().byteLength(quoted()), to);
      }
    } else if (to.kind() == TypeKind.BOOLEAN && from.kind().isNumber()) {
      ask(
          "that are neither 0 nor 1",
          quoted() + " NOT IN (0, 1)",
          "0, or as many as may become true");
    } else if (isRounded(from, to)) {
      ask(
          "that are cut to " + to,
          quoted() + " IS NOT NULL",
          "0, or as many as may lose what is cut off");
    } else if (!keepsAll(from, to)) {
      unknown(to);
    }
  }

  private static boolean isBinary(Scalar type) {
    return type.kind() == TypeKind.BINARY
        || type.kind() == TypeKind.VARBINARY
        || type.kind() == TypeKind.BLOB;
  }

  private static boolean isRounded(Scalar from, Scalar to) {
    boolean wasMoment = from.kind() == TypeKind.TIMESTAMP || from.kind() == TypeKind.TIMESTAMPTZ;
    boolean isMoment = to.kind() == TypeKind.TIMESTAMP || to.kind() == TypeKind.TIMESTAMPTZ;
    boolean isTime = wasMoment || from.kind() == TypeKind.TIME;
    return (wasMoment && (to.kind() == TypeKind.DATE || to.kind() == TypeKind.TIME))
        || (isTime
            && (isMoment || to.kind() == TypeKind.TIME)
            && from.requireLength() > to.requireLength());
  }

  /** Whether every value has one of the new type. */
  private static boolean keepsAll(Scalar from, Scalar to) {
    if (to.kind() == TypeKind.TEXT || from.kind() == to.kind()) {
      return true;
    }
    boolean toMoment = to.kind() == TypeKind.TIMESTAMP || to.kind() == TypeKind.TIMESTAMPTZ;
    boolean fromMoment =
        from.kind() == TypeKind.TIMESTAMP
            || from.kind() == TypeKind.TIMESTAMPTZ
            || from.kind() == TypeKind.DATE;
    return toMoment && fromMoment;
  }

  // Texts

  private void text(Scalar from, Scalar to) {
    if (from.kind().isCharacter()) {
      if (isLonger(from, to)) {
        tooLong(dialect.characterLength(quoted()), to);
      }
    } else if (from.kind().isInteger()) {
      int length = to.requireLength();
      Range range =
          new Range(
              BigDecimal.TEN.pow(length - 1).subtract(BigDecimal.ONE).negate(),
              BigDecimal.TEN.pow(length).subtract(BigDecimal.ONE),
              0);
      outside(quoted(), Objects.requireNonNull(range(from)), range, to);
    } else if (to.requireLength() < width(from)) {
      unknown(to);
    }
  }

  /** The most characters of a value. */
  private static int width(Scalar type) {
    return switch (type.kind()) {
      case NUMERIC -> type.requireLength() + 2;
      case BOOLEAN -> 5;
      case DATE -> 10;
      case UUID -> 36;
      default -> Integer.MAX_VALUE;
    };
  }

  private static boolean isLonger(Scalar from, Scalar to) {
    boolean unbounded = from.kind() == TypeKind.TEXT || from.kind() == TypeKind.BLOB;
    return unbounded || from.requireLength() > to.requireLength();
  }

  private void tooLong(String length, Scalar to) {
    ask("that are too long", length + " > " + to.requireLength(), ProbeWriter.NONE);
  }

  // Numbers

  private void number(Scalar from, Scalar to) {
    if (from.kind().isCharacter()) {
      boolean whole = to.kind().isInteger();
      ask(
          whole ? "that are no whole number" : "that are no number",
          quoted() + " IS NOT NULL AND " + dialect.questions().isNoNumber(quoted(), to),
          ProbeWriter.NONE);
    } else if (!from.kind().isNumber()) {
      if (from.kind() != TypeKind.BOOLEAN) {
        unknown(to);
      }
    } else if (range(to) != null) {
      Range range = Objects.requireNonNull(range(to));
      Range known = range(from);
      boolean isExact = from.kind() == TypeKind.NUMERIC;
      String value =
          isExact
              ? dialect.questions().rounded(quoted(), range.scale(), from.requireScale())
              : quoted();
      outside(value, known, range, to);
      if (isExact && from.requireScale() > range.scale()) {
        rounded(quoted() + " <> " + value, range, to);
      } else if (known == null && range.scale() == 0) {
        rounded(quoted() + " <> FLOOR(" + quoted() + ")", range, to);
      }
    } else if (from.kind() == TypeKind.DOUBLE && to.kind() == TypeKind.REAL) {
      ask("that do not fit into real", "ABS(" + quoted() + ") > " + LARGEST_REAL, ProbeWriter.NONE);
    }
  }

  /** Null for numbers with an exponent. */
  private static @Nullable Range range(Scalar type) {
    return switch (type.kind()) {
      case SMALLINT -> bits(15);
      case INTEGER -> bits(31);
      case BIGINT -> bits(63);
      case NUMERIC -> Range.ofDigits(type.requireLength(), type.requireScale());
      default -> null;
    };
  }

  private static Range bits(int bits) {
    BigInteger end = BigInteger.TWO.pow(bits);
    return Range.of(end.negate(), end.subtract(BigInteger.ONE));
  }

  private void outside(String value, @Nullable Range from, Range to, Scalar type) {
    if (from == null || !to.contains(from)) {
      ask(
          "that do not fit into " + type,
          value
              + " NOT BETWEEN "
              + to.least().toPlainString()
              + " AND "
              + to.most().toPlainString(),
          ProbeWriter.NONE);
    }
  }

  private void rounded(String condition, Range to, Scalar type) {
    if (dialect.questions().rounds()) {
      ask("that are rounded to " + type, condition, "0, or as many as may be rounded");
    } else {
      ask("with more than " + to.scale() + " digits behind the point", condition, ProbeWriter.NONE);
    }
  }

  // Others

  private void values(Enumeration type) {
    if (column.type() instanceof Enumeration old) {
      List<String> gone = new ArrayList<>(old.values());
      gone.removeAll(type.values());
      if (!gone.isEmpty()) {
        ask(
            "that " + type.name() + " does not have",
            quoted() + " IN (" + literals(gone) + ")",
            ProbeWriter.NONE);
      }
    } else if (column.type() instanceof Scalar from && from.kind().isCharacter()) {
      ask(
          "that " + type.name() + " does not have",
          quoted() + " NOT IN (" + literals(type.values()) + ")",
          ProbeWriter.NONE);
    } else {
      unknown(type);
    }
  }

  private String literals(List<String> values) {
    return values.stream()
        .map(value -> dialect.sql().format("$S", value))
        .collect(Collectors.joining(", "));
  }

  /** No query finds those that do not fit, but there may be none at all. */
  private void unknown(DataType to) {
    ask(
        "that become " + to,
        quoted() + " IS NOT NULL",
        "0, or no value that " + to + " does not take");
  }

  private String quoted() {
    return dialect.identifiers().quote(column.name());
  }

  private void ask(String which, String condition, String expected) {
    out.rows(
        "Values of " + table.words(column) + " " + which,
        table,
        condition,
        table.expected(expected));
  }
}
