package io.schemachain.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document to be written, as YAML for people or as the canonical JSON. */
sealed interface Written {
  /** A text: a name, SQL, a value as its column reads it. */
  record Text(String text) implements Written {}

  /** {@code true}, {@code false} or a whole number. */
  record Word(String text) implements Written {}

  record Null() implements Written {}

  record Items(List<? extends Written> items) implements Written {}

  /** An item of a list with comments above it, a line each; in documents for people alone. */
  record Noted(Written item, List<String> notes) implements Written {}

  /** A map; its keys keep the order in which they were put. */
  record Keys(Map<String, Written> entries) implements Written {
    Keys() {
      this(new LinkedHashMap<>());
    }

    Keys put(String key, Written value) {
      entries.put(key, value);
      return this;
    }

    /** Puts nothing when there is nothing to put. */
    Keys put(String key, @Nullable String text) {
      return text == null ? this : put(key, new Text(text));
    }

    Keys putTrue(String key, boolean flag) {
      return flag ? put(key, new Word("true")) : this;
    }

    Keys putFalse(String key, boolean flag) {
      return flag ? this : put(key, new Word("false"));
    }

    Keys put(String key, @Nullable Long number) {
      return number == null ? this : put(key, new Word(number.toString()));
    }

    Keys put(String key, List<? extends Written> items) {
      return items.isEmpty() ? this : put(key, new Items(items));
    }
  }

  static Items texts(List<String> texts) {
    List<Text> items = new ArrayList<>(texts.size());
    for (String text : texts) {
      items.add(new Text(text));
    }
    return new Items(items);
  }
}
