package io.schemachain.diagnostic;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One thing to say about the user's input.
 *
 * @param severity how serious it is
 * @param location where it was found, if it has a place
 * @param message what is wrong, one sentence
 * @param hint what to do or type next, if that can be said
 */
public record Diagnostic(
    Severity severity, @Nullable SourceLocation location, String message, @Nullable String hint) {

  public Diagnostic {
    requireNonNull(severity, "severity");
    requireNonNull(message, "message");
  }

  public static Diagnostic error(SourceLocation location, String message, @Nullable String hint) {
    return new Diagnostic(Severity.ERROR, location, message, hint);
  }

  /** An error that has no place in a file. */
  public static Diagnostic error(String message, @Nullable String hint) {
    return new Diagnostic(Severity.ERROR, null, message, hint);
  }

  public static Diagnostic warning(
      @Nullable SourceLocation location, String message, @Nullable String hint) {
    return new Diagnostic(Severity.WARNING, location, message, hint);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /**
   * The form in which people read it: {@code path:line:col: error: message}, then the line, a caret
   * under the column, and the hint.
   */
  public String render() {
    StringBuilder out = new StringBuilder();
    if (location != null) {
      out.append(location).append(": ");
    }
    out.append(severity.word()).append(": ").append(message);
    if (location != null && location.line() > 0) {
      out.append(Excerpt.of(location));
    }
    if (hint != null) {
      out.append("\n  hint: ").append(hint);
    }
    return out.toString();
  }
}
