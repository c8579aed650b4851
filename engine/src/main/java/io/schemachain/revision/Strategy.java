package io.schemachain.revision;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an operation is done on a database that has more than one way. */
public enum Strategy {
  /** By one statement, as fast as it can. */
  FAST,
  /** In steps during which others read and write. */
  ONLINE;

  /** As in a revision: {@code online}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The strategy of a word. */
  public static Optional<Strategy> of(String word) {
    return Stream.of(values()).filter(strategy -> strategy.word().equals(word)).findFirst();
  }
}
