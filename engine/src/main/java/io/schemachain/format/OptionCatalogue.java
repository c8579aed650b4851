package io.schemachain.format;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options that each database has: where, by which word, and what its value looks like. The
 * published JSON Schema and the page of options say the same.
 */
final class OptionCatalogue {
  /** What can have options. */
  enum Place {
    TABLE("a table"),
    INDEX("an index"),
    KEY("a key");

    final String words;

    Place(String words) {
      this.words = words;
    }
  }

  enum Shape {
    /** A name in the database, quoted where it must be. */
    NAME,
    /** A word of the database: letters, digits and underscores. */
    WORD,
    NUMBER,
    /** {@code true}; {@code false} is the same as nothing. */
    FLAG,
    /** {@code true} or {@code false}, which nothing else says. */
    SWITCH,
    /** Any text. */
    TEXT,
    /** A map from words to words and numbers. */
    PARAMETERS
  }

  /**
   * One option.
   *
   * @param values the only values, where they are known
   * @param least of a number
   * @param most of a number
   */
  record Word(String name, Shape shape, List<String> values, long least, long most) {}

  private static final Map<Place, Map<String, List<Word>>> WORDS = new EnumMap<>(Place.class);

  static {
    Word comment = of("comment", Shape.TEXT);
    Word engine = of("engine", Shape.WORD);
    Word charset = of("charset", Shape.WORD);
    Word collate = of("collate", Shape.WORD);
    Word keyBlockSize = number("key_block_size", 0, 65_535);
    Word rowFormat =
        oneOf("row_format", "default", "dynamic", "fixed", "compressed", "redundant", "compact");
    Word tablespace = of("tablespace", Shape.NAME);
    Word storage = of("with", Shape.PARAMETERS);
    Word filegroup = of("filegroup", Shape.NAME);
    Word clustered = of("clustered", Shape.SWITCH);
    Word fillFactor = number("fill_factor", 1, 100);
    Word fullText = of("fulltext", Shape.FLAG);
    Word spatial = of("spatial", Shape.FLAG);
    Word invisible = of("invisible", Shape.FLAG);
    Word pctFree = number("pctfree", 0, 99);
    Word compression = oneOf("data_compression", "none", "row", "page");

    add(
        Place.TABLE,
        "postgresql",
        of("unlogged", Shape.FLAG),
        of("using", Shape.NAME),
        storage,
        tablespace);
    add(
        Place.TABLE,
        "mysql",
        engine,
        charset,
        collate,
        rowFormat,
        keyBlockSize,
        oneOf("compression", "zlib", "lz4", "none"),
        tablespace,
        of("stats_persistent", Shape.SWITCH));
    add(
        Place.TABLE,
        "mariadb",
        engine,
        charset,
        collate,
        oneOf(
            "row_format",
            "default",
            "dynamic",
            "fixed",
            "compressed",
            "redundant",
            "compact",
            "page"),
        keyBlockSize,
        of("page_compressed", Shape.FLAG),
        of("encrypted", Shape.SWITCH));
    add(Place.TABLE, "sqlite", of("strict", Shape.FLAG), of("without_rowid", Shape.FLAG));
    add(Place.TABLE, "h2", of("memory", Shape.FLAG), of("not_persistent", Shape.FLAG));
    add(
        Place.TABLE,
        "oracle",
        oneOf("organization", "index"),
        tablespace,
        pctFree,
        number("initrans", 1, 255),
        of("logging", Shape.SWITCH),
        oneOf("compress", "basic", "advanced"));
    add(Place.TABLE, "sqlserver", filegroup, of("textimage_filegroup", Shape.NAME), compression);

    add(Place.INDEX, "postgresql", storage, tablespace);
    add(
        Place.INDEX,
        "mysql",
        fullText,
        spatial,
        of("parser", Shape.NAME),
        keyBlockSize,
        comment,
        invisible);
    add(
        Place.INDEX,
        "mariadb",
        fullText,
        spatial,
        keyBlockSize,
        comment,
        of("ignored", Shape.FLAG));
    add(
        Place.INDEX,
        "oracle",
        of("bitmap", Shape.FLAG),
        tablespace,
        pctFree,
        number("compress", 1, 32),
        of("reverse", Shape.FLAG),
        invisible);
    add(
        Place.INDEX,
        "sqlserver",
        clustered,
        of("columnstore", Shape.FLAG),
        filegroup,
        fillFactor,
        of("pad_index", Shape.SWITCH),
        oneOf("data_compression", "none", "row", "page", "columnstore", "columnstore_archive"));

    add(Place.KEY, "postgresql", storage, tablespace);
    add(Place.KEY, "oracle", tablespace);
    add(Place.KEY, "sqlserver", clustered, filegroup, fillFactor, compression);
  }

  private OptionCatalogue() {}

  private static Word of(String name, Shape shape) {
    return new Word(name, shape, List.of(), 0, 0);
  }

  private static Word oneOf(String name, String... values) {
    return new Word(name, Shape.WORD, List.of(values), 0, 0);
  }

  private static Word number(String name, long least, long most) {
    return new Word(name, Shape.NUMBER, List.of(), least, most);
  }

  private static void add(Place place, String dialect, Word... words) {
    WORDS.computeIfAbsent(place, p -> new LinkedHashMap<>()).put(dialect, List.of(words));
  }

  /** The dialects that have options in a place. */
  static Set<String> dialects(Place place) {
    return byDialect(place).keySet();
  }

  /** In the order in which they are written; none where the dialect has no options there. */
  static List<Word> words(Place place, String dialect) {
    return byDialect(place).getOrDefault(dialect, List.of());
  }

  private static Map<String, List<Word>> byDialect(Place place) {
    return WORDS.getOrDefault(place, Map.of());
  }

  /** Whether a dialect has all these, a map's words being those of the map. */
  static boolean hasAll(Place place, String dialect, Set<String> words) {
    List<String> known = words(place, dialect).stream().map(Word::name).toList();
    return words.stream().allMatch(word -> known.contains(word.replaceFirst("\\..*", "")));
  }

  /** What to write in place of an option that stands beside its database; null for other words. */
  static @Nullable String hint(Place place, String key) {
    List<String> found = new ArrayList<>();
    byDialect(place)
        .forEach(
            (dialect, words) -> {
              for (Word word : words) {
                if (key.equals(word.name()) || key.equals(dialect + "_" + word.name())) {
                  found.add(dialect + ": {" + word.name() + ": …}");
                }
              }
            });
    return found.isEmpty()
        ? null
        : "An option stands under its database: " + found.stream().collect(joining(", or ")) + ".";
  }
}
