package io.schemachain.format;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What somebody may have meant. */
final class Suggestions {
  private Suggestions() {}

  /** The candidate closest to a word, of two the first; null when none is close enough. */
  static @Nullable String closest(String word, Collection<String> candidates) {
    return io.schemachain.diagnostic.Suggestions.nearestInOrder(word.replace('-', '_'), candidates)
        .orElse(null);
  }
}
