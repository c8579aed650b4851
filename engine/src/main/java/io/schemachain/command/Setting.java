package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Urls;

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

  /** Whether a value, such as a URL, has a password in it. */
  public static boolean hasSecret(String value) {
    return !Urls.withoutSecrets(value).equals(value);
  }

  /** Whether a connection property of this name has a password as its value. */
  public static boolean isSecret(String property) {
    return Urls.isSecret(property);
  }

  /** A password is not shown, nor one in a URL. */
  @Override
  public String toString() {
    return "Setting[" + source + "]";
  }

  /** Whether it was given for this run alone. */
  boolean isOfCommandLine() {
    return source.startsWith("-D");
  }
}
