package io.schemachain.diagnostic;

/** How serious a diagnostic is. Only {@link #ERROR} makes a goal fail. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** The word printed in front of the message, such as {@code error}. */
  public String word() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
