package io.schemachain.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {

  /** The plain formula: the whole table of distances, for each candidate. */
  private static Optional<String> plain(String word, Collection<String> candidates) {
    String folded = word.toLowerCase(Locale.ROOT);
    int tolerance = Math.max(1, Math.min(3, word.length() / 3));
    return candidates.stream()
        .filter(candidate -> distance(folded, candidate.toLowerCase(Locale.ROOT)) <= tolerance)
        .min(
            Comparator.comparingInt(
                    (String candidate) -> distance(folded, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
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

  @Test
  void theSameAsThePlainFormula() {
    Random random = new Random(20_261_121);
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      String word = word(random, 13);
      List<String> candidates = new ArrayList<>();
      for (int j = random.nextInt(8); j > 0; j--) {
        candidates.add(random.nextInt(3) == 0 ? word(random, 13) : slips(word, random));
      }
      Optional<String> expected = plain(word, candidates);
      assertThat(Suggestions.nearest(word, candidates))
          .as("%s in %s", word, candidates)
          .isEqualTo(expected);
      found += expected.isPresent() ? 1 : 0;
    }
    assertThat(found).isBetween(5_000, 18_000); // Otherwise the test would be about nothing.
  }

  private static final String LETTERS = "aabbccdAB1_-éÉßİΣ";

  private static char letter(Random random) {
    int most = random.nextInt(4) == 0 ? LETTERS.length() : 9;
    return LETTERS.charAt(random.nextInt(most));
  }

  private static String word(Random random, int longest) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(longest); i > 0; i--) {
      word.append(letter(random));
    }
    return word.toString();
  }

  private static String slips(String word, Random random) {
    StringBuilder changed = new StringBuilder(word);
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(changed.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> changed.insert(at, letter(random));
        case 1 -> changed.delete(at, Math.min(at + 1, changed.length()));
        case 2 -> changed.replace(at, Math.min(at + 1, changed.length()), "" + letter(random));
        default -> {
          if (at + 1 < changed.length()) {
            char first = changed.charAt(at);
            changed.setCharAt(at, changed.charAt(at + 1));
            changed.setCharAt(at + 1, first);
          }
        }
      }
    }
    return changed.toString();
  }

  /** As many as a folder of revisions that has lost some of its files may ask for. */
  @Test
  void manyWordsAmongManyCandidates() {
    Random random = new Random(1);
    List<String> ids = ids(random, 10_000);
    List<String> missing = ids(random, 2_000);
    long start = System.nanoTime();
    missing.forEach(id -> Suggestions.didYouMean(id, ids));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(took).isLessThan(Duration.ofMinutes(1)); // One second, at rest.
  }

  private static List<String> ids(Random random, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(String.format(Locale.ROOT, "%012x", random.nextLong() & 0xffffffffffffL));
    }
    return ids;
  }
}
