package io.schemachain.dialect.postgresql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The arguments of a routine: {@code [mode] [name] type [DEFAULT …]} with commas between. Their
 * types, of those that come in, are part of what a routine is called.
 */
final class PostgresqlArguments {
  private static final Set<String> MODES = Set.of("in", "out", "inout", "variadic");

  /** Words that are one type, and not a name before a type. */
  private static final Set<String> TWO_WORDS =
      Set.of(
          "double precision",
          "character varying",
          "char varying",
          "bit varying",
          "national character",
          "national char",
          "time with",
          "time without",
          "timestamp with",
          "timestamp without");

  private static final Set<String> FIELDS =
      Set.of("year", "month", "day", "hour", "minute", "second");

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("int2", "smallint"),
          Map.entry("float", "double precision"),
          Map.entry("float8", "double precision"),
          Map.entry("float4", "real"),
          Map.entry("bool", "boolean"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("varchar", "character varying"),
          Map.entry("char varying", "character varying"),
          Map.entry("national character varying", "character varying"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("national character", "character"),
          Map.entry("national char", "character"),
          Map.entry("varbit", "bit varying"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("time without time zone", "time"),
          Map.entry("timetz", "time with time zone"));

  private PostgresqlArguments() {}

  /** The types of what comes in, each in one spelling. */
  static String signature(String arguments) {
    List<String> types = new ArrayList<>();
    for (String argument : split(arguments)) {
      List<String> words = words(withoutDefault(argument));
      boolean out = words.remove("out");
      words.removeIf(MODES::contains);
      if (words.size() > 1 && !isType(words)) {
        words.remove(0);
      }
      if (!out && !words.isEmpty()) {
        types.add(type(words));
      }
    }
    return "(" + String.join(", ", types) + ")";
  }

  /** As DROP takes them. */
  static String withoutDefaults(String arguments) {
    return split(arguments).stream()
        .map(argument -> withoutDefault(argument).strip())
        .collect(Collectors.joining(", "));
  }

  private static boolean isType(List<String> words) {
    String second = words.get(1).replaceFirst("\\[.*", "");
    return TWO_WORDS.contains(words.get(0) + " " + second)
        || (words.get(0).equals("interval") && FIELDS.contains(second))
        || words.get(0).equals("setof")
        || words.get(1).equals("array");
  }

  private static String type(List<String> words) {
    String type = String.join(" ", words);
    boolean array = type.contains("[") || type.endsWith(" array");
    String element =
        type.replaceFirst("(?:\\[.*| array)$", "").replaceFirst("^pg_catalog\\.", "").strip();
    return ALIASES.getOrDefault(element, element) + (array ? "[]" : "");
  }

  /** In lower case but for quoted ones; lengths and precisions are no part of a type. */
  private static List<String> words(String argument) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < argument.length(); ) {
      int end = tokenEnd(argument, i);
      char c = argument.charAt(i);
      depth -= c == ')' ? 1 : 0;
      if (depth == 0 && c != '(' && c != ')') {
        String token = argument.substring(i, end);
        text.append(c == '"' ? token.replace(' ', '\0') : token.toLowerCase(Locale.ROOT));
      }
      depth += c == '(' ? 1 : 0;
      i = end;
    }
    return Arrays.stream(text.toString().strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String withoutDefault(String argument) {
    int depth = 0;
    for (int i = 0; i < argument.length(); ) {
      int end = tokenEnd(argument, i);
      char c = argument.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean starts =
          c == '=' || c == ':' || argument.substring(i, end).equalsIgnoreCase("default");
      if (depth == 0 && starts) {
        return argument.substring(0, i);
      }
      i = end;
    }
    return argument;
  }

  private static List<String> split(String arguments) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < arguments.length(); ) {
      char c = arguments.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(arguments.substring(start, i));
        start = i + 1;
      }
      i = tokenEnd(arguments, i);
    }
    if (!arguments.substring(start).isBlank()) {
      parts.add(arguments.substring(start));
    }
    return parts;
  }

  /** End of the quoted text, the word or the single character that starts there. */
  private static int tokenEnd(String text, int start) {
    char first = text.charAt(start);
    if (first == '\'' || first == '"') {
      int end = text.indexOf(first, start + 1);
      return end < 0 ? text.length() : end + 1;
    }
    int end = start + 1;
    if (isWordPart(first)) {
      while (end < text.length() && isWordPart(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
  }
}
