package io.schemachain.command;

import io.schemachain.diagnostic.Status;
import java.util.Locale;

/** What a target is compared with. */
public enum Against {
  /** What the revisions lead to, without a database. */
  CHAIN("the chain"),
  /** A database that is at the heads. */
  DATABASE("the database");

  private final String words;

  Against(String words) {
    this.words = words;
  }

  /** For people: {@code the chain}. */
  String words() {
    return words;
  }

  /**
   * The word of a property.
   *
   * @throws CommandException if there is no such word
   */
  public static Against of(String word) {
    for (Against against : values()) {
      if (against.name().toLowerCase(Locale.ROOT).equals(word)) {
        return against;
      }
    }
    throw CommandException.of(
        Status.INVALID,
        "'" + word + "' is nothing to compare with: -Dschema.against is chain or database.");
  }
}
