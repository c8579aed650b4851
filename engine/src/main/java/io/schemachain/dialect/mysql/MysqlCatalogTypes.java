package io.schemachain.dialect.mysql;

import io.schemachain.model.DataType;
import io.schemachain.model.DataType.Scalar;
import io.schemachain.model.TypeKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types as the catalog prints them, COLUMN_TYPE. */
final class MysqlCatalogTypes {
  private static final Pattern COMMENT =
      Pattern.compile("(?<!\\s)\\s*+/\\*(?:M?!\\d*\\s*(.*?)|.*?)\\*/");
  private static final Pattern WIDTH =
      Pattern.compile("\\b(tinyint|smallint|mediumint|int|bigint)\\(\\d+\\)");
  private static final Pattern PARTS = Pattern.compile("(\\w+)(?:\\((\\d+)(?:,(\\d+))?\\))?");

  /** Those without a number behind them. */
  private static final Map<String, TypeKind> PLAIN =
      Map.ofEntries(
          Map.entry("tinyint(1)", TypeKind.BOOLEAN),
          Map.entry("smallint", TypeKind.SMALLINT),
          Map.entry("int", TypeKind.INTEGER),
          Map.entry("bigint", TypeKind.BIGINT),
          Map.entry("float", TypeKind.REAL),
          Map.entry("double", TypeKind.DOUBLE),
          Map.entry("longtext", TypeKind.TEXT),
          Map.entry("longblob", TypeKind.BLOB),
          Map.entry("date", TypeKind.DATE),
          Map.entry("json", TypeKind.JSON),
          Map.entry("uuid", TypeKind.UUID));

  private static final Map<String, TypeKind> WITH_LENGTH =
      Map.of(
          "char", TypeKind.CHAR,
          "varchar", TypeKind.STRING,
          "binary", TypeKind.BINARY,
          "varbinary", TypeKind.VARBINARY);

  private static final Map<String, TypeKind> WITH_DIGITS =
      Map.of(
          "time", TypeKind.TIME,
          "datetime", TypeKind.TIMESTAMP,
          "timestamp", TypeKind.TIMESTAMPTZ);

  private MysqlCatalogTypes() {}

  /**
   * The most natural type that becomes this one; in the catalog's own words where none does.
   *
   * @param enumName of the type, where it is an ENUM
   */
  static DataType of(String columnType, String enumName) {
    String type = plain(columnType);
    if (type.startsWith("enum(")) {
      return enumeration(type, enumName);
    }
    TypeKind plain = PLAIN.get(type);
    if (plain != null) {
      return Scalar.of(plain);
    }
    Matcher parts = PARTS.matcher(type);
    Scalar scalar = parts.matches() ? scalar(parts) : null;
    return scalar == null ? new DataType.Native(type) : scalar;
  }

  private static DataType enumeration(String type, String name) {
    String list = type.substring("enum(".length(), type.length() - 1);
    List<String> values =
        MysqlCatalogText.elements(list).stream().map(MysqlCatalogText::string).toList();
    return values.contains("") ? new DataType.Native(type) : new DataType.Enumeration(name, values);
  }

  private static @Nullable Scalar scalar(Matcher parts) {
    String word = parts.group(1);
    int number = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    if (word.equals("decimal") && parts.group(3) != null) {
      return new Scalar(TypeKind.NUMERIC, number, Integer.valueOf(parts.group(3)));
    }
    TypeKind kind = WITH_DIGITS.get(word);
    if (kind != null) {
      return Scalar.of(kind, number);
    }
    kind = WITH_LENGTH.get(word);
    return kind == null || number == 0 ? null : Scalar.of(kind, number);
  }

  /**
   * Without the width of whole numbers, which only newer versions leave out and which means nothing
   * unless zeros fill it, and without what stands in comments for older servers.
   */
  static String plain(String columnType) {
    String type = COMMENT.matcher(columnType).replaceAll(" $1").strip();
    if (type.startsWith("enum(") || type.startsWith("set(")) {
      return type;
    }
    type = type.toLowerCase(Locale.ROOT).strip();
    if (type.equals("year(4)")) {
      return "year";
    }
    return type.endsWith("zerofill") || type.equals("tinyint(1)")
        ? type
        : WIDTH.matcher(type).replaceAll("$1");
  }
}
