package io.schemachain.diagnostic;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
      out.append(excerpt(location));
    }
    if (hint != null) {
      out.append("\n  hint: ").append(hint);
    }
    return out.toString();
  }

  /**
   * Lines are cut to this many characters around the column, so that no input floods a terminal.
   */
  private static final int EXCERPT_WIDTH = 120;

  /** What follows the word password, and what stands before the host of a URL behind a user. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)passw(?:or)?d[\"']?\\s*[:=]\\s*+([^\\s,;&}\"']++|\"[^\"]*+|'[^']*+)"
              + "|(?://[^/\\s:@]{1,200}:|:[^/\\s:@]{1,200}/)([^@/\\s]{1,200})@");

  private static String excerpt(SourceLocation location) {
    String line = withoutSecrets(location.source().line(location.line()));
    int caret = Math.max(0, location.column() - 1);
    int from =
        caret > EXCERPT_WIDTH * 2 / 3 ? Math.min(caret, line.length()) - EXCERPT_WIDTH / 2 : 0;
    from = Math.max(0, from);
    int to = Math.min(line.length(), from + EXCERPT_WIDTH);
    String shown = printable(line.substring(from, to));
    StringBuilder out = new StringBuilder("\n    ").append(shown);
    if (location.column() > 0) {
      out.append("\n    ").append(" ".repeat(Math.min(caret - from, shown.length()))).append('^');
    }
    return out.toString();
  }

  /** A line may have the password of an environment in it; each character of one is a star. */
  private static String withoutSecrets(String line) {
    StringBuilder out = new StringBuilder(line);
    Matcher matcher = SECRET.matcher(line);
    while (matcher.find()) {
      int group = matcher.group(1) == null ? 2 : 1;
      for (int i = matcher.start(group); i < matcher.end(group); i++) {
        out.setCharAt(i, '*');
      }
    }
    return out.toString();
  }

  /** One column per character, and nothing that a terminal would act on. */
  private static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c ->
                out.append(
                    c == '\t'
                        ? ' '
                        : Character.isISOControl(c) || isFormat(c) ? '\uFFFD' : (char) c));
    return out.toString();
  }

  private static boolean isFormat(int c) {
    return Character.getType(c) == Character.FORMAT;
  }
}
