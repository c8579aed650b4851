package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.Literals;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import io.schemachain.model.TypeKind;
import java.time.OffsetDateTime;

/** SQL Server's constants. Times are written so that neither DATEFORMAT nor LANGUAGE matters. */
final class SqlserverLiterals extends Literals {
  /** Of 38 digits an INT takes ten. */
  private static final int MAX_SCALE_BESIDE_INT = 28;

  @Override
  public String string(String value) {
    return "N" + super.string(value);
  }

  @Override
  protected String bool(boolean value) {
    return value ? "1" : "0";
  }

  @Override
  protected String binary(String hex) {
    return "0x" + hex;
  }

  /** Of digits and signs only; with a T, or DATETIME would read day and month as it likes. */
  @Override
  protected String typed(String type, String value) {
    return "'" + value.replace(' ', 'T') + "'";
  }

  @Override
  protected String timestampTz(OffsetDateTime value) {
    return "'" + inUtc(value).replace(' ', 'T') + "+00:00'";
  }

  @Override
  protected String uuid(String value) {
    return "'" + value + "'";
  }

  /** ISJSON knows objects and arrays alone before 2022. */
  @Override
  protected String json(String value) {
    String text = value.strip();
    if (!text.startsWith("{") && !text.startsWith("[")) {
      throw new UnsupportedFeatureException(
          "SQL Server",
          "JSON that is neither an object nor an array",
          "Put it into an array, or use the type text.");
    }
    return string(value);
  }

  @Override
  public String render(Literal literal, DataType type) {
    String text = super.render(literal, type);
    if (!(literal instanceof Literal.Number)) {
      return text;
    }
    boolean floating = type.is(TypeKind.DOUBLE) || type.is(TypeKind.REAL);
    if (floating) {
      // Without an exponent it would be a DECIMAL, and in a list of rows the others with it.
      return text.indexOf('E') < 0 ? text + "E0" : text;
    }
    // An INT counts ten digits, which a list of rows would take from the others' behind the point.
    boolean isInt = type.is(TypeKind.NUMERIC) && text.indexOf('.') < 0;
    return isInt && ((DataType.Scalar) type).requireScale() > MAX_SCALE_BESIDE_INT
        ? text + "."
        : text;
  }
}
