package io.schemachain.format;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers for words that are no dialect. */
public final class DialectWords {
  /** What the databases are called elsewhere. */
  private static final Map<String, String> SAME =
      Map.of(
          "pg", "postgresql",
          "psql", "postgresql",
          "mssql", "sqlserver",
          "tsql", "sqlserver",
          "azuresql", "sqlserver");

  private DialectWords() {}

  /** The dialect that was probably meant, or null. */
  public static @Nullable String meant(String word) {
    String same = SAME.get(word.toLowerCase(Locale.ROOT));
    return same != null ? same : Suggestions.closest(word, Narrowing.DIALECTS);
  }

  /** What to write in place of it. */
  public static String hint(String word) {
    String meant = meant(word);
    return meant == null
        ? "The dialects are " + String.join(", ", Narrowing.DIALECTS) + "."
        : "Did you mean " + meant + "?";
  }
}
