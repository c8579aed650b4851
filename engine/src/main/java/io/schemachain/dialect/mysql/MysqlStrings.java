package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SqlExpression;
import io.schemachain.dialect.SqlExpression.Text;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** String constants as the catalog shows them. */
final class MysqlStrings {
  private MysqlStrings() {}

  /**
   * information_schema puts a backslash in front of each quotation mark and backslash of an
   * expression; outside a string there would be none.
   */
  static String unescaped(String sql) {
    int quote = sql.indexOf('\'');
    boolean isEscaped = quote > 0 && sql.charAt(quote - 1) == '\\' && sql.indexOf('"') < 0;
    boolean isEscapedFirst = quote > 0 && sql.charAt(quote - 1) == '\\' && quote < sql.indexOf('"');
    return isEscaped || isEscapedFirst ? sql.replaceAll("\\\\(['\\\\])", "$1") : sql;
  }

  /** A constant without the character set that it has anyway, and one way to write bytes. */
  static SqlExpression constant(Text text) {
    return switch (text.prefix()) {
      case "_utf8mb4" -> new Text(decodedTwice(text.value()));
      case "n", "_utf8" -> new Text("_utf8mb3", text.value());
      case "x" ->
          text.value().matches("[0-9a-fA-F]+")
              ? new SqlExpression.Number("0x" + text.value().toLowerCase(Locale.ROOT))
              : text;
      case "b" -> text.value().matches("[01]+") ? bits(text.value()) : text;
      default -> text;
    };
  }

  private static SqlExpression bits(String digits) {
    String hex = new BigInteger(digits, 2).toString(16);
    return new SqlExpression.Number("0x" + "0".repeat(hex.length() % 2) + hex);
  }

  /** MySQL shows the bytes of such a constant as if they were Latin 1. */
  static String decodedTwice(String value) {
    try {
      ByteBuffer bytes = StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(value));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      // It is what it seems.
      return value;
    }
  }
}
