package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.CopyIn;
import io.schemachain.dialect.Literals;
import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import io.schemachain.model.Value;
import io.schemachain.operation.RowFile;
import java.util.ArrayList;
import java.util.List;

/**
 * COPY in its text format: tabs between values, {@code \N} for NULL. It writes given values into
 * identity columns of any kind, and leaves their counters as they are, as INSERT does.
 */
final class PostgresqlCopy implements CopyIn {
  private final String statement;
  private final List<DataType> types = new ArrayList<>();

  PostgresqlCopy(Table table, List<String> columns, String statement) {
    this.statement = statement;
    for (String column : columns) {
      types.add(table.column(column).orElseThrow().type());
    }
  }

  @Override
  public String statement() {
    return statement;
  }

  @Override
  public String connectionType() {
    return "org.postgresql.PGConnection";
  }

  @Override
  public String accessor() {
    return "getCopyAPI";
  }

  @Override
  public void append(StringBuilder out, RowFile.Cursor row) {
    for (int i = 0; i < types.size(); i++) {
      if (i > 0) {
        out.append('\t');
      }
      Value value = row.value(i);
      if (value instanceof Value.Null) {
        out.append("\\N");
      } else if (value instanceof Value.Text text && isAsWritten(types.get(i), text.text())) {
        escaped(out, text.text());
      } else {
        escaped(out, text(Literal.parse(types.get(i), value)));
      }
    }
    out.append('\n');
  }

  /**
   * Whether a value that was understood before means the same to the server as it is written: it
   * saves most of the time that a row takes here.
   */
  private static boolean isAsWritten(DataType type, String text) {
    TypeKind kind = type.kind();
    if (kind == null || kind.isCharacter()) {
      return true;
    }
    if (kind == TypeKind.DATE) {
      return text.length() == "2026-11-20".length();
    }
    return kind.isNumber() && isPlainNumber(text, kind == TypeKind.NUMERIC);
  }

  private static boolean isPlainNumber(String text, boolean mayHavePoint) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean sign = c == '-' && i == 0;
      boolean point = c == '.' && mayHavePoint;
      if (!sign && !point && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** What stands in the constant of an INSERT, without its quotes. */
  private static String text(Literal literal) {
    if (literal instanceof Literal.Text text) {
      return text.value();
    }
    if (literal instanceof Literal.Number number) {
      return number.value().toString();
    }
    if (literal instanceof Literal.Bool bool) {
      return bool.value() ? "t" : "f";
    }
    if (literal instanceof Literal.Binary binary) {
      return "\\x" + binary.hex();
    }
    if (literal instanceof Literal.Json json) {
      return json.value();
    }
    if (literal instanceof Literal.Uuid uuid) {
      return uuid.value().toString();
    }
    return literal instanceof Literal.Other other ? other.value() : Literals.isoText(literal);
  }

  private static void escaped(StringBuilder out, String text) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      String escape =
          switch (text.charAt(i)) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> null;
          };
      if (escape != null) {
        out.append(text, start, i).append(escape);
        start = i + 1;
      }
    }
    out.append(text, start, text.length());
  }
}
