package io.schemachain.review;

import static java.util.Objects.requireNonNull;

/**
 * Something of the schema that a revision changes.
 *
 * @param what {@code column users.phone}
 * @param before for people, in lines; empty where it was not there
 * @param after the same; empty where it is there no longer
 */
public record SchemaChange(Kind kind, String what, String before, String after) {
  /** What becomes of it. */
  public enum Kind {
    ADDED("added"),
    REMOVED("removed"),
    CHANGED("changed"),
    RENAMED("renamed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** For people. */
    public String word() {
      return word;
    }
  }

  public SchemaChange {
    requireNonNull(kind, "kind");
    requireNonNull(what, "what");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
