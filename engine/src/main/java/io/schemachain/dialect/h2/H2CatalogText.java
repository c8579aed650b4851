package io.schemachain.dialect.h2;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL as the catalog prints it, where people write it in another way. */
final class H2CatalogText {
  /** A string with anything beyond ASCII in it. */
  private static final Pattern UNICODE = Pattern.compile("U&('(?:[^']|'')*+')");

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:(\\\\)|\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4}))");

  /** A point in time whose offset has no minutes. */
  private static final Pattern OFFSET =
      Pattern.compile("(TIME ZONE '[^']*:[0-9.]+[+-][0-9]{2})(?=')");

  private H2CatalogText() {}

  /** The same SQL as {@link #plain}, and without a schema in front of names. */
  static String expression(String sql, String defaultSchema) {
    String name = Pattern.quote('"' + defaultSchema.replace("\"", "\"\"") + '"');
    return Pattern.compile("('(?:[^']|'')*+')|" + name + "\\.(?=\")")
        .matcher(plain(sql))
        .replaceAll(
            match -> match.group(1) == null ? "" : Matcher.quoteReplacement(match.group(1)));
  }

  /** The same SQL with its characters as they are and offsets in full. */
  static String plain(String sql) {
    String decoded =
        UNICODE.matcher(sql).replaceAll(match -> Matcher.quoteReplacement(decoded(match.group(1))));
    return OFFSET.matcher(decoded).replaceAll("$1:00");
  }

  private static String decoded(String string) {
    return ESCAPE
        .matcher(string)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(1) != null
                        ? "\\"
                        : Character.toString(
                            Integer.parseInt(
                                match.group(2) != null ? match.group(2) : match.group(3), 16))));
  }
}
