package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a document says in the words of one database about a table, an index or a key: how it is
 * stored, and not what it means. Nothing here understands the words.
 *
 * @param dialect under which they were written; empty where there are none
 * @param words to their values as written; a map within is as many words, {@code with.fillfactor}
 */
public record Options(String dialect, SortedMap<String, String> words) {
  private static final Options NONE = new Options("", Map.of());

  public Options {
    requireNonNull(dialect, "dialect");
    words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    if (words.isEmpty() != dialect.isEmpty()) {
      throw new IllegalArgumentException("Options are those of a dialect: " + words);
    }
  }

  private Options(String dialect, Map<String, String> words) {
    this(dialect, new TreeMap<>(words));
  }

  public static Options none() {
    return NONE;
  }

  /** Those of a dialect; none of them are the same whatever the dialect. */
  public static Options of(String dialect, Map<String, String> words) {
    return words.isEmpty() ? NONE : new Options(dialect, words);
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** The value of a word, null where nothing is said. */
  public @Nullable String get(String word) {
    return words.get(word);
  }

  public boolean has(String word) {
    return words.containsKey(word);
  }

  /** Whether a word has this value, whatever the case. */
  public boolean is(String word, String value) {
    return value.equalsIgnoreCase(words.get(word));
  }

  /** The words of the map under a word, without that word: {@code fillfactor}. */
  public SortedMap<String, String> within(String word) {
    SortedMap<String, String> inner = new TreeMap<>();
    String start = word + ".";
    words.forEach(
        (key, value) -> {
          if (key.startsWith(start)) {
            inner.put(key.substring(start.length()), value);
          }
        });
    return inner;
  }
}
