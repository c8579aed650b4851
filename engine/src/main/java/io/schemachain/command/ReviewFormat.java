package io.schemachain.command;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a review is written. */
public enum ReviewFormat {
  /** A page for a browser or for paper. */
  HTML,
  /** A comment for a pull request. */
  MARKDOWN;

  /** The format of a word: {@code html}. */
  public static Optional<ReviewFormat> of(String word) {
    return Stream.of(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
