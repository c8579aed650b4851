package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a database writes names: bare where they are lower-case letters, digits and {@code _} and no
 * version of it reserves them, else quoted exactly as written.
 */
public final class Identifiers {
  private final String open;
  private final String close;
  private final Set<String> reserved;
  private final int maxLength;
  private final ToIntFunction<String> length;
  private final String unit;
  private final @Nullable String strictDatabase;
  private final @Nullable String defaultSchema;

  private Identifiers(
      String open,
      String close,
      Set<String> reserved,
      int maxLength,
      ToIntFunction<String> length,
      String unit,
      @Nullable String strictDatabase,
      @Nullable String defaultSchema) {
    this.open = open;
    this.close = close;
    this.reserved = requireNonNull(reserved, "reserved");
    this.maxLength = maxLength;
    this.length = length;
    this.unit = unit;
    this.strictDatabase = strictDatabase;
    this.defaultSchema = defaultSchema;
  }

  /**
   * @param quote the quotation mark on both sides, doubled within a name
   * @param reserved words that are quoted although they look plain, in lower case
   */
  public static Identifiers inCharacters(String quote, Set<String> reserved, int maxLength) {
    return inCharacters(quote, quote, reserved, maxLength);
  }

  /**
   * @param close the mark behind a name, doubled within it
   */
  public static Identifiers inCharacters(
      String open, String close, Set<String> reserved, int maxLength) {
    return new Identifiers(
        open, close, reserved, maxLength, String::length, "characters", null, null);
  }

  /** As {@link #inCharacters}, for databases that count bytes of UTF-8. */
  public static Identifiers inBytes(String quote, Set<String> reserved, int maxLength) {
    return new Identifiers(
        quote,
        quote,
        reserved,
        maxLength,
        name -> name.getBytes(StandardCharsets.UTF_8).length,
        "bytes",
        null,
        null);
  }

  /**
   * The same names for a database where a bare one begins with a letter, and none has a quotation
   * mark in it.
   */
  public Identifiers strict(String database) {
    return new Identifiers(open, close, reserved, maxLength, length, unit, database, defaultSchema);
  }

  /** The same, with a schema in front of tables that name none. */
  public Identifiers inSchema(String schema) {
    return new Identifiers(open, close, reserved, maxLength, length, unit, strictDatabase, schema);
  }

  /** What stands in front of tables that name no schema; null for nothing. */
  public @Nullable String defaultSchema() {
    return defaultSchema;
  }

  public String quote(String name) {
    return isBare(name) ? name : alwaysQuote(name);
  }

  public String quote(TableName table) {
    String schema = table.schema() == null ? defaultSchema : table.schema();
    return schema == null ? quote(table.name()) : quote(schema) + "." + quote(table.name());
  }

  /**
   * The quoted form, also where the name could be bare.
   *
   * @throws UnsupportedFeatureException if the database has no way to write it
   */
  public String alwaysQuote(String name) {
    if (strictDatabase != null && name.contains(close)) {
      throw new UnsupportedFeatureException(
          strictDatabase, "a quotation mark in a name, as in " + name, "Choose another name.");
    }
    return open + name.replace(close, close + close) + close;
  }

  /**
   * Whether a name is written without quotation marks, and so follows the folding of the database.
   */
  boolean isBare(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c == '_' && (strictDatabase == null || i > 0));
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !reserved.contains(name);
  }

  /** Whether the database would refuse or cut the name. */
  public boolean isTooLong(String name) {
    return length.applyAsInt(name) > maxLength;
  }

  /** For messages: {@code 63 bytes}. */
  public String limit() {
    return maxLength + " " + unit;
  }

  /** Most characters or bytes in a name. */
  public int maxLength() {
    return maxLength;
  }
}
