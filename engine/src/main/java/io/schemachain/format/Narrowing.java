package io.schemachain.format;

import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses from a map by dialect: a dialect's own entry, then that of its relatives, then default.
 */
record Narrowing(String dialect, List<String> keys, boolean anyEntry) {
  static final String DEFAULT = "default";

  /** All words for {@code dialects:}, as keys of a map by dialect and in the settings. */
  static final List<String> DIALECTS =
      List.of("postgresql", "mysql", "mariadb", "sqlite", "h2", "oracle", "sqlserver");

  static Narrowing to(Binding binding) {
    return new Narrowing(binding.dialect(), binding.keys(), false);
  }

  /** To no dialect in particular: any entry of a map by dialect will do. */
  static Narrowing toAny() {
    return new Narrowing("any", List.of(), true);
  }

  /** For operations of other dialects, which are read for their mistakes only. */
  Narrowing lenient() {
    return new Narrowing(dialect, keys, true);
  }

  /** Whether a map speaks of dialects and not of something else. */
  static boolean isByDialect(Mapping mapping) {
    for (Entry entry : mapping.entries()) {
      if (isKey(entry.key().text())) {
        return true;
      }
    }
    return false;
  }

  static boolean isKey(String key) {
    return key.equals(DEFAULT) || DIALECTS.contains(key);
  }

  /** The value for the dialect, or null when the map says nothing for it. */
  @Nullable YamlNode choose(Mapping mapping) {
    for (String key : keys) {
      YamlNode value = mapping.get(key);
      if (value != null) {
        return value;
      }
    }
    YamlNode value = mapping.get(DEFAULT);
    if (value == null && anyEntry && !mapping.entries().isEmpty()) {
      return mapping.entries().get(0).value();
    }
    return value;
  }

  /** Whether an operation with these among its parameters is for the dialect. */
  boolean admits(@Nullable List<String> dialects, @Nullable List<String> exceptDialects) {
    return (dialects == null || dialects.contains(dialect))
        && (exceptDialects == null || !exceptDialects.contains(dialect));
  }

  /** All keys of a map by dialect. */
  static List<String> allKeys() {
    List<String> keys = new ArrayList<>();
    keys.add(DEFAULT);
    keys.addAll(DIALECTS);
    return keys;
  }

  /** Entries under keys that no map by dialect has. */
  static List<Entry> foreignEntries(Mapping mapping) {
    List<Entry> foreign = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (!isKey(entry.key().text())) {
        foreign.add(entry);
      }
    }
    return foreign;
  }
}
