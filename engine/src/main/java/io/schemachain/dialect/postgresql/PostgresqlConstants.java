package io.schemachain.dialect.postgresql;

import io.schemachain.model.DataType;
import io.schemachain.model.Literal;
import io.schemachain.model.TypeKind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Constants as the catalog prints them, {@code 'x'::text}, and as documents write them. */
final class PostgresqlConstants {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern QUOTED =
      Pattern.compile("([eE]?)'((?:[^']|'')*+)'(?:::([^:']+))?", Pattern.DOTALL);
  private static final Pattern OFFSET = Pattern.compile(".*[+-]\\d\\d");
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Set<String> TEXTS = Set.of("text", "character varying", "bpchar");

  private PostgresqlConstants() {}

  /**
   * What a document writes for a constant of a type; null where the expression is none.
   *
   * @param typeText the type in the words of the catalog
   */
  static @Nullable String read(String sql, DataType type, String typeText) {
    String text = sql.strip();
    if (NUMBER.matcher(text).matches()) {
      boolean number = type.kind() == null ? type instanceof DataType.Native : isNumber(type);
      return number ? valid(type, text) : null;
    }
    if (type.is(TypeKind.BOOLEAN) && (text.equals("true") || text.equals("false"))) {
      return text;
    }
    Matcher quoted = QUOTED.matcher(text);
    if (!quoted.matches()) {
      return null;
    }
    String cast = quoted.group(3);
    if (cast != null && !isCastTo(cast, type, typeText)) {
      return null;
    }
    String value = quoted.group(2).replace("''", "'");
    return valid(
        type, written(type, quoted.group(1).isEmpty() ? value : value.replace("\\\\", "\\")));
  }

  private static boolean isNumber(DataType type) {
    return type instanceof DataType.Scalar scalar && scalar.kind().isNumber();
  }

  /** Whether a value of that type goes into the column as it is. */
  private static boolean isCastTo(String cast, DataType type, String typeText) {
    String name = withoutNumbers(PostgresqlTypeText.canonical(cast.strip()));
    if (type instanceof DataType.Scalar scalar && scalar.kind().isCharacter()) {
      return TEXTS.contains(name);
    }
    return isNumber(type) ? NUMBERS.contains(name) : name.equals(withoutNumbers(typeText));
  }

  private static String withoutNumbers(String type) {
    return type.replaceAll("\\([^()]*\\)", "");
  }

  /** The text of the server as a document has it. */
  static String written(DataType type, String value) {
    TypeKind kind = type.kind();
    if (kind == null) {
      return value;
    }
    return switch (kind) {
      case TIMESTAMP -> value.replace(' ', 'T');
      case TIMESTAMPTZ -> {
        String iso = value.replace(' ', 'T');
        if (OFFSET.matcher(iso).matches() && iso.contains(":")) {
          iso += ":00";
        }
        yield iso.endsWith("+00:00") ? iso.substring(0, iso.length() - 6) + "Z" : iso;
      }
      case BINARY, VARBINARY, BLOB ->
          value.startsWith("\\x") ? "0x" + value.substring(2).toUpperCase(Locale.ROOT) : value;
      default -> value;
    };
  }

  private static @Nullable String valid(DataType type, String text) {
    try {
      Literal.parse(type, text);
      return text;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** One text for all ways to write a value of a type. */
  static String canonical(DataType type, String text) {
    if (type.is(TypeKind.INTERVAL)) {
      return PostgresqlIntervals.canonical(text);
    }
    Literal literal;
    try {
      literal = Literal.parse(type, text);
    } catch (IllegalArgumentException e) {
      return text;
    }
    if (literal instanceof Literal.Number number) {
      return number.value().signum() == 0
          ? "0"
          : number.value().stripTrailingZeros().toPlainString();
    }
    if (literal instanceof Literal.Time time) {
      return time.value().toString();
    }
    if (literal instanceof Literal.Timestamp timestamp) {
      return timestamp.value().toString();
    }
    if (literal instanceof Literal.TimestampTz timestamp) {
      return timestamp.value().toInstant().toString();
    }
    if (literal instanceof Literal.Binary binary) {
      return "0x" + binary.hex();
    }
    if (literal instanceof Literal.Uuid uuid) {
      return uuid.value().toString();
    }
    return text;
  }
}
