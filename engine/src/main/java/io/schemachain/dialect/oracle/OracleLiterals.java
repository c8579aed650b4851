package io.schemachain.dialect.oracle;

import io.schemachain.dialect.Literals;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import io.schemachain.model.TypeKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Oracle's constants. A string constant has 4000 bytes at most and a line of SQL*Plus 2499
 * characters, and what stands alone in a line may be a command there: so line ends are CHR(10), and
 * long texts are in pieces.
 */
final class OracleLiterals extends Literals {
  /** Of a piece, so that its line is short, whatever stands before it. */
  private static final int PIECE_BYTES = 2000;

  private static final int MAX_LITERAL_BYTES = 4000;

  /** The Gregorian calendar began on the 15th; the day before was the 4th. */
  private static final LocalDate LAST_JULIAN = LocalDate.of(1582, 10, 4);

  private static final LocalDate FIRST_GREGORIAN = LocalDate.of(1582, 10, 15);

  private final OracleFeatures features;

  OracleLiterals(OracleFeatures features) {
    this.features = features;
  }

  /** An empty text is NULL to Oracle; who must not write that asks before. */
  @Override
  public String string(String value) {
    List<String> pieces = pieces(value);
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    boolean isLong = value.getBytes(StandardCharsets.UTF_8).length > MAX_LITERAL_BYTES;
    return isLong
        ? "TO_CLOB(" + String.join(")\n  || TO_CLOB(", pieces) + ")"
        : String.join(" || ", lines(pieces));
  }

  /** Each long piece begins a line. */
  private static List<String> lines(List<String> pieces) {
    List<String> lines = new ArrayList<>();
    int length = 0;
    for (String piece : pieces) {
      length += piece.length();
      lines.add(length > PIECE_BYTES ? "\n  " + piece : piece);
      length = length > PIECE_BYTES ? piece.length() : length;
    }
    return lines;
  }

  /** Constants, and CHR of what is no printable character, that make up the text. */
  private static List<String> pieces(String value) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      i += Character.charCount(c);
      boolean control = c < ' ' || c == 0x7f;
      if (bytes >= PIECE_BYTES || (control && piece.length() > 0)) {
        pieces.add("'" + piece + "'");
        piece.setLength(0);
        bytes = 0;
      }
      if (control && c != '\t') {
        pieces.add("CHR(" + c + ")");
      } else {
        String written = c == '\'' ? "''" : Character.toString(c);
        piece.append(written);
        bytes += written.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    if (piece.length() > 0 || pieces.isEmpty()) {
      pieces.add("'" + piece + "'");
    }
    return pieces;
  }

  /** A constant and nothing else, for COMMENT. */
  static String plain(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static UnsupportedFeatureException emptyText() {
    return new UnsupportedFeatureException(
        "Oracle",
        "an empty text, which is NULL there",
        "Write `null`, or a text such as a space; `{default: …, oracle: …}` has another for Oracle.");
  }

  @Override
  protected String bool(boolean value) {
    if (features.booleans()) {
      return super.bool(value);
    }
    return value ? "1" : "0";
  }

  @Override
  protected String binary(String hex) {
    if (hex.isEmpty()) {
      throw new UnsupportedFeatureException(
          "Oracle", "an empty binary value, which is NULL there", "Write `null`.");
    }
    if (hex.length() > 2 * OracleTypes.MAX_RAW) {
      throw new UnsupportedFeatureException(
          "Oracle",
          "a binary constant over " + OracleTypes.MAX_RAW + " bytes",
          "Write it with `execute` and DBMS_LOB.WRITEAPPEND, or leave it to the application.");
    }
    String digits = hex.toUpperCase(Locale.ROOT);
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < digits.length(); from += PIECE_BYTES) {
      pieces.add("'" + digits.substring(from, Math.min(from + PIECE_BYTES, digits.length())) + "'");
    }
    return "HEXTORAW(" + String.join("\n  || ", pieces) + ")";
  }

  /** {@code +02:00} stands behind a space, and the type is called TIMESTAMP alone. */
  @Override
  protected String typed(String type, String value) {
    return type.equals("TIMESTAMP WITH TIME ZONE")
        ? super.typed("TIMESTAMP", new StringBuilder(value).insert(value.length() - 6, ' ') + "")
        : super.typed(type, value);
  }

  /** As {@code RAW(16)}. */
  @Override
  protected String uuid(String value) {
    return binary(value.replace("-", ""));
  }

  @Override
  public String render(Literal literal, DataType type) {
    if (literal instanceof Literal.Text text && text.value().isEmpty()) {
      if (type.is(TypeKind.TEXT)) {
        return "EMPTY_CLOB()";
      }
      throw emptyText();
    }
    if (literal instanceof Literal.Text text && !type.is(TypeKind.TEXT)) {
      requireBytes(text.value(), type);
    }
    if (literal instanceof Literal.Binary binary
        && binary.hex().isEmpty()
        && type.is(TypeKind.BLOB)) {
      return "EMPTY_BLOB()";
    }
    if (literal instanceof Literal.Number number) {
      return number(number.value(), type);
    }
    if (literal instanceof Literal.Date date) {
      requireDay(date.value());
    } else if (literal instanceof Literal.Timestamp timestamp) {
      requireDay(timestamp.value().toLocalDate());
    } else if (literal instanceof Literal.TimestampTz timestamp) {
      requireDay(timestamp.value().toLocalDate());
      requireDay(timestamp.value().withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    }
    return super.render(literal, type);
  }

  /** A day that its calendar does not have would become the 15th. */
  private static void requireDay(LocalDate day) {
    if (day.isAfter(LAST_JULIAN) && day.isBefore(FIRST_GREGORIAN)) {
      throw new UnsupportedFeatureException(
          "Oracle",
          "the day " + day,
          "Its calendar goes from 1582-10-04 to 1582-10-15; write the day as it was called then.");
    }
  }

  /** IS JSON takes objects and arrays alone where the database is compatible with an older one. */
  @Override
  protected String json(String value) {
    String text = value.strip();
    if (!features.json() && !text.startsWith("{") && !text.startsWith("[")) {
      throw new UnsupportedFeatureException(
          "Oracle",
          "JSON that is neither an object nor an array before 21",
          "Put it into an array, or use the type text.");
    }
    return string(value);
  }

  private static void requireBytes(String value, DataType type) {
    int most = type.is(TypeKind.CHAR) ? OracleTypes.MAX_CHAR : OracleTypes.MAX_STRING;
    if (value.getBytes(StandardCharsets.UTF_8).length > most) {
      throw new UnsupportedFeatureException(
          "Oracle", "a value of more than " + most + " bytes of the type " + type, "Use text.");
    }
  }

  /** With the suffix of its type: NUMBER ends at 1e126, and has another last digit. */
  private String number(BigDecimal value, DataType type) {
    boolean isDouble = type.is(TypeKind.DOUBLE);
    if (!isDouble && !type.is(TypeKind.REAL)) {
      return value.toPlainString();
    }
    return value + (isDouble ? "d" : "f");
  }
}
