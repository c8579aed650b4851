package io.schemachain.diagnostic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line that a diagnostic is about, with a caret under the column. */
final class Excerpt {
  /**
   * Lines are cut to this many characters around the column, so that no input floods a terminal.
   */
  private static final int EXCERPT_WIDTH = 120;

  /** What follows the word password, and what stands before the host of a URL behind a user. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)passw(?:or)?d[\"']?\\s*[:=]\\s*+([^\\s,;&}\"']++|\"[^\"]*+|'[^']*+)"
              + "|(?://[^/\\s:@]{1,200}:|:[^/\\s:@]{1,200}/)([^@/\\s]{1,200})@");

  static String of(SourceLocation location) {
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

  private Excerpt() {}
}
