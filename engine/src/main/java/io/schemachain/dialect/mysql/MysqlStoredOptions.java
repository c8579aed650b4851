package io.schemachain.dialect.mysql;

import io.schemachain.model.Options;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the catalog tells of the options of tables and indexes. */
final class MysqlStoredOptions {
  /** What is not in information_schema. */
  private static final Set<String> NOT_SHOWN_OF_TABLE = Set.of("tablespace");

  private static final Set<String> NOT_SHOWN_OF_INDEX = Set.of("parser", "key_block_size");

  private MysqlStoredOptions() {}

  static Options ofTable(Options options, MysqlDialect dialect) {
    Map<String, String> words = new HashMap<>();
    options
        .words()
        .forEach(
            (word, value) -> {
              String folded = value.toLowerCase(Locale.ROOT);
              if (!NOT_SHOWN_OF_TABLE.contains(word) && !isDefault(word, folded)) {
                words.put(word, folded);
              }
            });
    characterSet(words, dialect);
    return Options.of(dialect.name(), words);
  }

  private static boolean isDefault(String word, String value) {
    return (word.equals("engine") && value.equals("innodb"))
        || (word.equals("row_format") && value.equals("default"));
  }

  /**
   * A collation says its character set. That of the server is not said of a table: whether a table
   * differs from its schema is told only where either is no longer as servers are installed.
   */
  private static void characterSet(Map<String, String> words, MysqlDialect dialect) {
    String collate = words.remove("collate");
    String charset = words.remove("charset");
    if (collate != null && !collation(collate).equals(serverCollation(dialect))) {
      words.put("collate", collation(collate));
    } else if (collate == null && charset != null && !charset.equals("utf8mb4")) {
      words.put("charset", charset.equals("utf8") ? "utf8mb3" : charset);
    }
  }

  /** {@code utf8} is the old name of {@code utf8mb3}. */
  static String collation(String collation) {
    String folded = collation.toLowerCase(Locale.ROOT);
    return folded.startsWith("utf8_") ? "utf8mb3_" + folded.substring("utf8_".length()) : folded;
  }

  /** What a new server gives a table of utf8mb4. */
  private static String serverCollation(MysqlDialect dialect) {
    return dialect.features().tableCollation();
  }

  /**
   * The collation of a table, null where that is not known.
   *
   * @param options in their form
   */
  static @Nullable String tableCollation(Options options, MysqlDialect dialect) {
    if (options.has("collate")) {
      return options.get("collate");
    }
    return options.has("charset") ? null : serverCollation(dialect);
  }

  static Options ofIndex(Options options, MysqlDialect dialect) {
    Map<String, String> words = new HashMap<>();
    options
        .words()
        .forEach(
            (word, value) -> {
              if (!NOT_SHOWN_OF_INDEX.contains(word) && !value.equals("false")) {
                words.put(word, value);
              }
            });
    return Options.of(dialect.name(), words);
  }
}
