package io.schemachain.command;

import static java.util.Objects.requireNonNull;

/**
 * A value that was given from outside, and where it came from.
 *
 * @param source for people: {@code -Dschema.url}, {@code SCHEMA_URL}, {@code the POM}
 */
public record Setting(String value, String source) {
  public Setting {
    requireNonNull(value, "value");
    requireNonNull(source, "source");
  }

  /** Whether it was given for this run alone. */
  boolean isOfCommandLine() {
    return source.startsWith("-D");
  }
}
