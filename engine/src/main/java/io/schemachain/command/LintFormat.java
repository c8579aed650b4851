package io.schemachain.command;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How findings are shown. */
public enum LintFormat {
  TEXT,
  JSON,
  SARIF,
  GITHUB,
  GITLAB,
  JUNIT;

  /** As on the command line: {@code sarif}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a word. */
  public static Optional<LintFormat> of(String word) {
    return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
  }
}
