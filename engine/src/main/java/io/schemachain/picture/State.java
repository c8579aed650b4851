package io.schemachain.picture;

/** What a database knows of a revision. */
public enum State {
  APPLIED("applied"),
  PENDING("pending"),
  /** No database was asked, and it is looked at. */
  REVIEWED("to review"),
  /** No database was asked. */
  UNKNOWN("unknown"),
  /** The database has it applied, and there is no file of it. */
  NO_FILE("applied without a file");

  private final String word;

  State(String word) {
    this.word = word;
  }

  /** For people: a picture never tells a state by colour alone. */
  String word() {
    return word;
  }

  /** A name for classes of CSS and Mermaid. */
  String style() {
    return switch (this) {
      case APPLIED -> "applied";
      case PENDING, REVIEWED -> "pending";
      case UNKNOWN -> "unknown";
      case NO_FILE -> "nofile";
    };
  }
}
