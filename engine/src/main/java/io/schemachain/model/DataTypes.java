package io.schemachain.model;

import io.schemachain.diagnostic.Suggestions;
import io.schemachain.model.DataType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The grammar of portable types: {@code string(20)}, {@code numeric(10,2)}, {@code timestamp}. */
public final class DataTypes {
  /** Of {@code time}, {@code timestamp} and {@code timestamptz} where none are written. */
  public static final int DEFAULT_FRACTIONAL_DIGITS = 6;

  private static final int MAX_NUMERIC_PRECISION = 65;
  private static final int MAX_LENGTH = 10_485_760;
  private static final int MAX_DIGITS = 8;
  private static final Map<String, TypeKind> KINDS = new TreeMap<>();

  static {
    for (TypeKind kind : TypeKind.values()) {
      KINDS.put(kind.word(), kind);
    }
  }

  /** What people type who come from elsewhere, and what it is called here. */
  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("long", "bigint"),
          Map.entry("tinyint", "smallint"),
          Map.entry("decimal", "numeric"),
          Map.entry("number", "numeric"),
          Map.entry("float", "real or double"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "string"),
          Map.entry("nvarchar", "string"),
          Map.entry("character", "char"),
          Map.entry("clob", "text"),
          Map.entry("datetime", "timestamp"),
          Map.entry("bytea", "blob"),
          Map.entry("bytes", "varbinary or blob"),
          Map.entry("jsonb", "json"),
          Map.entry("serial", "integer with `identity: true`"),
          Map.entry("bigserial", "bigint with `identity: true`"),
          Map.entry("guid", "uuid"));

  /** A hint: the type that is no word. */
  public static final String HOW_TO_WRITE_AN_ENUM =
      "Write {enum: {name: mood, values: [sad, ok]}}.";

  private DataTypes() {}

  /** Whether the kind takes fractional digits of a second. */
  public static boolean takesPrecision(TypeKind kind) {
    return kind == TypeKind.TIME || kind == TypeKind.TIMESTAMP || kind == TypeKind.TIMESTAMPTZ;
  }

  private static boolean takesLength(TypeKind kind) {
    return kind == TypeKind.CHAR
        || kind == TypeKind.STRING
        || kind == TypeKind.BINARY
        || kind == TypeKind.VARBINARY;
  }

  /**
   * Reads a portable type.
   *
   * @throws TypeSyntaxException if the text is not one
   */
  public static Scalar parse(String text) {
    String stripped = text.strip();
    int open = stripped.indexOf('(');
    String word = open < 0 ? stripped : stripped.substring(0, open);
    List<Integer> numbers = open < 0 ? List.of() : numbers(stripped.substring(open + 1));
    if (word.equals("enum")) {
      throw new TypeSyntaxException("An enum has a name and values.", HOW_TO_WRITE_AN_ENUM);
    }
    if (!isWord(word) || numbers == null) {
      throw new TypeSyntaxException(
          "'" + text + "' is not a type.",
          "Types are written like integer, string(20) or numeric(10,2).");
    }
    TypeKind kind = KINDS.get(word);
    if (kind == null) {
      throw unknown(text, word);
    }
    Integer first = numbers.isEmpty() ? null : numbers.get(0);
    Integer second = numbers.size() < 2 ? null : numbers.get(1);
    if (kind == TypeKind.NUMERIC) {
      return numeric(first, second);
    }
    if (second != null) {
      throw new TypeSyntaxException("The type " + word + " takes one number at most.", null);
    }
    if (takesPrecision(kind)) {
      int digits = first == null ? DEFAULT_FRACTIONAL_DIGITS : first;
      if (digits > DEFAULT_FRACTIONAL_DIGITS) {
        throw new TypeSyntaxException(
            "The type " + word + " has at most 6 fractional digits.", "Write " + word + ".");
      }
      return Scalar.of(kind, digits);
    }
    if (takesLength(kind)) {
      return Scalar.of(kind, length(kind, first));
    }
    if (first != null) {
      throw new TypeSyntaxException(
          "The type " + word + " takes no number.", "Write " + word + ".");
    }
    return Scalar.of(kind);
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** One or two numbers before a closing parenthesis; null for anything else. */
  private static @Nullable List<Integer> numbers(String text) {
    if (!text.endsWith(")")) {
      return null;
    }
    List<Integer> numbers = new ArrayList<>(2);
    for (String part : text.substring(0, text.length() - 1).split(",", -1)) {
      String number = part.strip();
      if (!isNumber(number) || numbers.size() == 2) {
        return null;
      }
      numbers.add(Integer.valueOf(number));
    }
    return numbers;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_DIGITS;
  }

  private static TypeSyntaxException unknown(String text, String word) {
    String other = OTHER_WORDS.get(word);
    String hint =
        other != null
            ? "It is called " + other + " here."
            : Suggestions.didYouMean(word, KINDS.keySet())
                .orElseGet(
                    () ->
                        "The types are "
                            + String.join(", ", KINDS.keySet())
                            + "; a type of one database is written {native: \""
                            + text
                            + "\"}.");
    return new TypeSyntaxException("There is no type '" + word + "'.", hint);
  }

  private static Scalar numeric(@Nullable Integer precision, @Nullable Integer scale) {
    if (precision == null) {
      throw new TypeSyntaxException(
          "The type numeric needs a precision.",
          "Write numeric(19,4), or another precision and scale.");
    }
    int digits = scale == null ? 0 : scale;
    if (precision < 1 || precision > MAX_NUMERIC_PRECISION || digits > precision) {
      throw new TypeSyntaxException(
          "numeric(" + precision + "," + digits + ") is not possible.",
          "The precision is 1 to 65, the scale at most the precision.");
    }
    return new Scalar(TypeKind.NUMERIC, precision, digits);
  }

  private static int length(TypeKind kind, @Nullable Integer length) {
    if (length == null) {
      String hint =
          switch (kind) {
            case STRING -> "Write string(255), or text for a text without a limit.";
            case VARBINARY -> "Write varbinary(255), or blob for bytes without a limit.";
            default -> "Write " + kind.word() + "(1), or another length.";
          };
      throw new TypeSyntaxException("The type " + kind.word() + " needs a length.", hint);
    }
    if (length < 1 || length > MAX_LENGTH) {
      throw new TypeSyntaxException(
          "The length of " + kind.word() + " is 1 to " + MAX_LENGTH + ", not " + length + ".",
          null);
    }
    return length;
  }
}
