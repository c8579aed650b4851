package io.schemachain.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what someone probably meant. */
public final class Suggestions {
  private Suggestions() {}

  /** The candidate closest to the word, if one is close enough to be a slip of the finger. */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    String folded = word.toLowerCase(Locale.ROOT);
    int tolerance = Math.max(1, Math.min(3, word.length() / 3));
    return candidates.stream()
        .filter(candidate -> distance(folded, candidate.toLowerCase(Locale.ROOT)) <= tolerance)
        .min(
            Comparator.comparingInt(
                    (String candidate) -> distance(folded, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code Did you mean x?}, or nothing. */
  public static Optional<String> didYouMean(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(candidate -> "Did you mean " + candidate + "?");
  }

  /** Edits between two words, a swap of two neighbours being one (optimal string alignment). */
  public static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
