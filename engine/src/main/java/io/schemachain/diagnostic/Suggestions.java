package io.schemachain.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what someone probably meant. */
public final class Suggestions {
  private Suggestions() {}

  /**
   * The candidate closest to the word, if one is close enough to be a slip of the finger; of two
   * the first by name.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    return nearest(word, candidates, true);
  }

  /** The same; of two the first in the order that they have. */
  public static Optional<String> nearestInOrder(String word, Collection<String> candidates) {
    return nearest(word, candidates, false);
  }

  private static Optional<String> nearest(
      String word, Collection<String> candidates, boolean byName) {
    EditDistance distance = new EditDistance(word.toLowerCase(Locale.ROOT));
    String best = null;
    int least = Math.max(1, Math.min(3, word.length() / 3));
    for (String candidate : candidates) {
      int edits = distance.upTo(least, candidate);
      if (edits < least
          || (edits == least && (best == null || (byName && candidate.compareTo(best) < 0)))) {
        best = candidate;
        least = edits;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code Did you mean x?}, or nothing. */
  public static Optional<String> didYouMean(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(candidate -> "Did you mean " + candidate + "?");
  }
}
