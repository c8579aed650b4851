package io.schemachain.diagnostic;

import java.util.Arrays;
import java.util.Locale;

/**
 * Edits from one word to others in lower case, a swap of two neighbours being one (optimal string
 * alignment). Made for many words of which few are close: those cost a look at some of their
 * letters.
 */
final class EditDistance {
  private static final int ASCII = 128;

  private final String word;

  /** How often the word has each letter. */
  private final int[] counts = new int[ASCII];

  /** Under both cases of a letter 0 where the word has it, else 1. */
  private final int[] unknown = new int[ASCII];

  private int[] beforeLast;
  private int[] last;
  private int[] row;

  /**
   * @param word in lower case
   */
  EditDistance(String word) {
    this.word = word;
    Arrays.fill(unknown, 1);
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (letter < ASCII) {
        counts[letter]++;
        unknown[letter] = 0;
        unknown[Character.toUpperCase(letter)] = 0;
      }
    }
    beforeLast = new int[word.length() + 1];
    last = new int[word.length() + 1];
    row = new int[word.length() + 1];
  }

  /** The distance to another word, or any number above the limit where it is above. */
  int upTo(int limit, String other) {
    // No word gets shorter in lower case.
    if (other.length() - word.length() > limit
        || unknownLetters(other) > limit
        || surplusLetters(other) > limit) {
      return limit + 1;
    }
    return distance(limit, other.toLowerCase(Locale.ROOT));
  }

  /** Of ASCII, those that the word does not have; each takes an edit. */
  private int unknownLetters(String other) {
    int count = 0;
    for (int i = 0; i < other.length(); i++) {
      char letter = other.charAt(i);
      if (letter < ASCII) {
        count += unknown[letter]; // No branch: nobody could foresee it.
      }
    }
    return count;
  }

  /** Those, and those that the word has less often. */
  private int surplusLetters(String other) {
    int surplus = 0;
    for (int i = 0; i < other.length(); i++) {
      int letter = lower(other.charAt(i));
      if (letter < ASCII && counts[letter]-- <= 0) {
        surplus++;
      }
    }
    for (int i = 0; i < other.length(); i++) {
      int letter = lower(other.charAt(i));
      if (letter < ASCII) {
        counts[letter]++;
      }
    }
    return surplus;
  }

  private static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }

  /** Only the cells less than the limit from the diagonal can hold no more than the limit. */
  private int distance(int limit, String other) {
    int width = word.length();
    if (Math.abs(other.length() - width) > limit) {
      return limit + 1;
    }
    for (int j = 0; j <= width; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= other.length(); i++) {
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
      if (fill(i, other, limit) > limit) {
        return limit + 1;
      }
    }
    return row[width];
  }

  /**
   * @return the least of the row, above which the end cannot be
   */
  private int fill(int i, String other, int limit) {
    int from = Math.max(1, i - limit);
    int to = Math.min(word.length(), i + limit);
    row[from - 1] = from == 1 ? i : limit + 1;
    int least = row[from - 1];
    char letter = other.charAt(i - 1);
    for (int j = from; j <= to; j++) {
      int edits = last[j - 1] + (letter == word.charAt(j - 1) ? 0 : 1);
      edits = Math.min(edits, row[j - 1] + 1);
      edits = Math.min(edits, last[j] + 1);
      if (i > 1
          && j > 1
          && letter == word.charAt(j - 2)
          && other.charAt(i - 2) == word.charAt(j - 1)) {
        edits = Math.min(edits, beforeLast[j - 2] + 1);
      }
      row[j] = edits;
      least = Math.min(least, edits);
    }
    if (to < word.length()) {
      row[to + 1] = limit + 1;
    }
    return least;
  }
}
