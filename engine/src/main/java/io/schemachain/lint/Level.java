package io.schemachain.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How serious a finding is, the least first. */
public enum Level {
  /** Not reported. */
  OFF,
  /** Worth knowing. */
  NOTE,
  /** Wants a decision. */
  WARNING,
  /** Should not go out like this. */
  ERROR;

  /** As in settings and outputs: {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of a word. */
  public static Optional<Level> of(String word) {
    return Stream.of(values()).filter(level -> level.word().equals(word)).findFirst();
  }
}
