package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a database writes names: bare where they are lower-case letters, digits and {@code _} and no
 * version of it reserves them, else quoted exactly as written.
 */
public final class Identifiers {
  private record Refusal(String database, Predicate<String> names, String what) {}

  private final String open;
  private final String close;
  private final Set<String> reserved;
  private final int maxLength;
  private final ToIntFunction<String> length;
  private final String unit;
  private final List<Refusal> refusals;
  private final boolean startsWithLetter;
  private final @Nullable String defaultSchema;

  private Identifiers(
      String open,
      String close,
      Set<String> reserved,
      int maxLength,
      ToIntFunction<String> length,
      String unit,
      List<Refusal> refusals,
      boolean startsWithLetter,
      @Nullable String defaultSchema) {
    this.open = open;
    this.close = close;
    this.reserved = requireNonNull(reserved, "reserved");
    this.maxLength = maxLength;
    this.length = length;
    this.unit = unit;
    this.refusals = refusals;
    this.startsWithLetter = startsWithLetter;
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
        open, close, reserved, maxLength, String::length, "characters", List.of(), false, null);
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
        List.of(),
        false,
        null);
  }

  /** The same names for a database where a bare one begins with a letter. */
  public Identifiers startingWithLetter() {
    return new Identifiers(
        open, close, reserved, maxLength, length, unit, refusals, true, defaultSchema);
  }

  /**
   * The same for a database that does not take, or does not keep, some names.
   *
   * @param what that they have, with its article: {@code a quotation mark}
   */
  public Identifiers refusing(String database, Predicate<String> names, String what) {
    List<Refusal> all = new ArrayList<>(refusals);
    all.add(new Refusal(database, names, what));
    return new Identifiers(
        open,
        close,
        reserved,
        maxLength,
        length,
        unit,
        List.copyOf(all),
        startsWithLetter,
        defaultSchema);
  }

  /** The same, with a schema in front of tables that name none. */
  public Identifiers inSchema(String schema) {
    return new Identifiers(
        open, close, reserved, maxLength, length, unit, refusals, startsWithLetter, schema);
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
    for (Refusal refusal : refusals) {
      if (refusal.names.test(name)) {
        throw new UnsupportedFeatureException(
            refusal.database,
            refusal.what + " in a name, as in '" + name + "'",
            "Choose another name.");
      }
    }
    return open + name.replace(close, close + close) + close;
  }

  /**
   * Whether a name is written without quotation marks, and so follows the folding of the database.
   */
  boolean isBare(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c == '_' && (!startsWithLetter || i > 0));
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
