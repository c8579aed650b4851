package io.schemachain.dialect.postgresql;

import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.TypeKind;
import io.schemachain.model.TypeSyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types as SQL texts: in the words of the catalog, format_type, and what they are in the model. */
final class PostgresqlTypeText {
  private static final Pattern ARRAY =
      Pattern.compile("(.*?) ?(?:(?<!])(?:\\[\\d*])++| array(?:\\[\\d*])?)");
  private static final Pattern PARTS = Pattern.compile("([^(\"]*?) ?(?:\\(([^)]*)\\) ?([^(\"]*))?");
  private static final int LARGEST_REAL = 24;

  private PostgresqlTypeText() {}

  /**
   * The same text for all ways to say a type. Six digits of a second are no other type than those
   * that are not said.
   *
   * @param sql in lower case outside quotation marks, one blank between words
   */
  static String canonical(String sql) {
    Matcher array = ARRAY.matcher(sql);
    if (array.matches()) {
      return canonical(array.group(1)) + "[]";
    }
    Matcher parts = PARTS.matcher(sql);
    if (!parts.matches()) {
      return sql;
    }
    String before = parts.group(1);
    String behind = parts.group(3) == null ? "" : parts.group(3);
    String name = behind.isEmpty() ? before : before + " " + behind;
    String numbers = parts.group(2) == null ? "" : parts.group(2).replace(" ", "");
    return canonical(name.startsWith("pg_catalog.") ? name.substring(11) : name, numbers, sql);
  }

  private static String canonical(String name, String numbers, String sql) {
    String inParentheses = numbers.isEmpty() ? "" : "(" + numbers + ")";
    return switch (name) {
      case "int2" -> "smallint";
      case "int", "int4" -> "integer";
      case "int8" -> "bigint";
      case "float4" -> "real";
      case "float8" -> "double precision";
      case "float" -> isReal(numbers) ? "real" : "double precision";
      case "bool" -> "boolean";
      case "dec", "decimal", "numeric" ->
          numbers.isEmpty() || numbers.contains(",")
              ? "numeric" + inParentheses
              : "numeric(" + numbers + ",0)";
      case "varchar", "char varying", "character varying", "nchar varying" ->
          "character varying" + inParentheses;
      case "char", "character", "nchar" ->
          numbers.isEmpty() ? "character(1)" : "character" + inParentheses;
      case "bpchar" -> numbers.isEmpty() ? name : "character" + inParentheses;
      case "bit" -> numbers.isEmpty() ? "bit(1)" : "bit" + inParentheses;
      case "varbit", "bit varying" -> "bit varying" + inParentheses;
      case "time", "time without time zone" -> moment("time", numbers, "without");
      case "timetz", "time with time zone" -> moment("time", numbers, "with");
      case "timestamp", "timestamp without time zone" -> moment("timestamp", numbers, "without");
      case "timestamptz", "timestamp with time zone" -> moment("timestamp", numbers, "with");
      default -> sql.startsWith("pg_catalog.") ? sql.substring(11) : sql;
    };
  }

  private static boolean isReal(String bits) {
    return bits.matches("\\d{1,2}") && Integer.parseInt(bits) <= LARGEST_REAL;
  }

  private static String moment(String word, String digits, String zone) {
    boolean said = !digits.isEmpty() && !digits.equals("6");
    return word + (said ? "(" + digits + ")" : "") + " " + zone + " time zone";
  }

  /** The most natural type of the model; a type that it has not is kept in the catalog's words. */
  static DataType read(String sql) {
    String text = canonical(sql);
    if (text.endsWith("[]")) {
      return new DataType.Array(read(text.substring(0, text.length() - 2)));
    }
    TypeKind kind = kind(text.replaceFirst("\\([^()]*\\)", ""));
    if (kind == null) {
      return new DataType.Native(text);
    }
    Matcher parts = PARTS.matcher(text);
    String numbers = parts.matches() ? parts.group(2) : null;
    try {
      return DataTypes.parse(kind.word() + (numbers == null ? "" : "(" + numbers + ")"));
    } catch (TypeSyntaxException e) {
      return new DataType.Native(text);
    }
  }

  private static @Nullable TypeKind kind(String name) {
    return switch (name) {
      case "smallint" -> TypeKind.SMALLINT;
      case "integer" -> TypeKind.INTEGER;
      case "bigint" -> TypeKind.BIGINT;
      case "numeric" -> TypeKind.NUMERIC;
      case "real" -> TypeKind.REAL;
      case "double precision" -> TypeKind.DOUBLE;
      case "boolean" -> TypeKind.BOOLEAN;
      case "character" -> TypeKind.CHAR;
      case "character varying" -> TypeKind.STRING;
      case "text" -> TypeKind.TEXT;
      case "date" -> TypeKind.DATE;
      case "time without time zone" -> TypeKind.TIME;
      case "timestamp without time zone" -> TypeKind.TIMESTAMP;
      case "timestamp with time zone" -> TypeKind.TIMESTAMPTZ;
      case "interval" -> TypeKind.INTERVAL;
      case "bytea" -> TypeKind.BLOB;
      case "uuid" -> TypeKind.UUID;
      case "jsonb" -> TypeKind.JSON;
      default -> null;
    };
  }
}
