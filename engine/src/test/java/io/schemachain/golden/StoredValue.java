package io.schemachain.golden;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import io.schemachain.model.TypeKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The same text for the same value, written in a document or read from a database. */
final class StoredValue {
  static final String NULL = "(null)";

  /** Keys have no order in most databases. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** Those of a decimal number that a double keeps. */
  private static final MathContext EXACT_DIGITS = new MathContext(15);

  private final boolean isMysql;
  private final boolean isSqlite;
  private final boolean hasOffsets;

  StoredValue(Dialect dialect) {
    this.isMysql = dialect.keys().contains("mysql");
    this.isSqlite = dialect.name().equals("sqlite");
    this.hasOffsets = !isMysql && !isSqlite;
  }

  /**
   * The column in a query, so that neither server nor driver says less of a value than there is.
   */
  String selected(String column, DataType type) {
    if (!isMysql) {
      return column;
    }
    if (type.is(TypeKind.REAL)) {
      return column + " + 0e0";
    }
    return isTime(type) || type.is(TypeKind.DATE) ? "CAST(" + column + " AS CHAR)" : column;
  }

  /** The value that was {@link #selected}. */
  String read(ResultSet rows, int index, DataType type) throws SQLException {
    String value = nullable(rows, index, type);
    return value == null ? NULL : value;
  }

  private @Nullable String nullable(ResultSet rows, int index, DataType type) throws SQLException {
    if (type.is(TypeKind.BOOLEAN)) {
      boolean value = rows.getBoolean(index);
      return rows.wasNull() ? null : Boolean.toString(value);
    }
    if (isBinary(type)) {
      byte[] bytes = rows.getBytes(index);
      return bytes == null ? null : normalized(type, HexFormat.of().formatHex(bytes));
    }
    if (type.is(TypeKind.TIMESTAMPTZ) && hasOffsets) {
      OffsetDateTime time = rows.getObject(index, OffsetDateTime.class);
      return time == null ? null : time.toInstant().toString();
    }
    String text = rows.getString(index);
    if (text != null && type.is(TypeKind.TIMESTAMPTZ)) {
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toString();
    }
    if (text != null && isSqlite && type.is(TypeKind.NUMERIC) && text.indexOf('.') >= 0) {
      return plain(new BigDecimal(text).round(EXACT_DIGITS).toString());
    }
    // Where it is a text, capitals are another value.
    return text == null || type.is(TypeKind.UUID) ? text : normalized(type, text);
  }

  /** What is expected where a document says this. */
  static String normalized(DataType type, String text) {
    TypeKind kind = type.kind();
    if (kind == TypeKind.REAL) {
      return plain(Float.toString(Float.parseFloat(text)));
    }
    if (kind == TypeKind.DOUBLE) {
      return plain(Double.toString(Double.parseDouble(text)));
    }
    if (kind != null && kind.isNumber()) {
      return plain(text);
    }
    if (isBinary(type)) {
      String hex = text.replaceFirst("^0x", "").toLowerCase(Locale.ROOT);
      return kind == TypeKind.BINARY ? hex.replaceFirst("(00)+$", "") : hex;
    }
    if (kind == TypeKind.TIMESTAMP && text.length() == "2026-11-20".length()) {
      return text + " 00:00:00";
    }
    if (kind == TypeKind.TIMESTAMPTZ) {
      return ((Literal.TimestampTz) Literal.parse(type, text)).value().toInstant().toString();
    }
    if (isTime(type)) {
      String time = text.replace('T', ' ');
      return time.indexOf('.') < 0
          ? time
          : time.replaceFirst("\\.(\\d*?)0*$", ".$1").replaceFirst("\\.$", "");
    }
    if (kind == TypeKind.JSON) {
      return JSON.writeValueAsString(JSON.readValue(text, Object.class));
    }
    if (kind == TypeKind.UUID) {
      return text.toLowerCase(Locale.ROOT);
    }
    // Spaces at the end of a char(n) are no part of it.
    return kind == TypeKind.CHAR ? text.replaceFirst(" +$", "") : text;
  }

  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static boolean isTime(DataType type) {
    return type.is(TypeKind.TIME) || type.is(TypeKind.TIMESTAMP) || type.is(TypeKind.TIMESTAMPTZ);
  }

  private static boolean isBinary(DataType type) {
    return type.is(TypeKind.BINARY) || type.is(TypeKind.VARBINARY) || type.is(TypeKind.BLOB);
  }
}
