package io.schemachain.format;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody may have meant. */
final class Suggestions {
  private Suggestions() {}

  /** The candidate closest to a word; null when none is close enough to be meant. */
  static @Nullable String closest(String word, Collection<String> candidates) {
    String lower = word.toLowerCase(Locale.ROOT).replace('-', '_');
    int limit = Math.max(1, Math.min(3, lower.length() / 3));
    String best = null;
    int bestDistance = limit + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - lower.length()) < bestDistance) {
        int distance =
            io.schemachain.diagnostic.Suggestions.distance(
                lower, candidate.toLowerCase(Locale.ROOT));
        if (distance < bestDistance) {
          best = candidate;
          bestDistance = distance;
        }
      }
    }
    return best;
  }
}
