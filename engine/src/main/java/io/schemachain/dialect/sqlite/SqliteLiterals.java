package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.Literals;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import io.schemachain.model.TypeKind;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** SQLite's constants: dates and times are texts. */
final class SqliteLiterals extends Literals {
  /** A number that is no 64-bit integer becomes a double, which keeps 15 decimal digits. */
  private static final int EXACT_DIGITS = 15;

  private static final int LONG_BITS = 63;

  @Override
  protected String typed(String type, String value) {
    return string(value);
  }

  /** In UTC without an offset, as CURRENT_TIMESTAMP, so that texts compare in order of time. */
  @Override
  protected String timestampTz(OffsetDateTime value) {
    return string(inUtc(value));
  }

  @Override
  public String render(Literal literal, DataType type) {
    if (literal instanceof Literal.Number number
        && type.is(TypeKind.NUMERIC)
        && !isKeptExactly(number.value())) {
      throw new UnsupportedFeatureException(
          "SQLite",
          "decimal numbers of more than 15 digits, such as " + number.value().toPlainString(),
          "Use string(n), or bigint with a smaller unit.");
    }
    return super.render(literal, type);
  }

  private static boolean isKeptExactly(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.precision() <= EXACT_DIGITS
        || (plain.scale() <= 0 && plain.toBigIntegerExact().bitLength() <= LONG_BITS);
  }
}
