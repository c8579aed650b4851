package io.schemachain.review.output;

import io.schemachain.picture.Text;

/** Texts of people in Markdown as GitHub and GitLab read it: shown, and never understood. */
final class MarkdownText {
  private static final String SPECIAL = "\\`*_[]|~$";

  private MarkdownText() {}

  /** One line that means nothing but itself; nobody is told by a mention in it. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    shown(text)
        .codePoints()
        .forEach(
            c -> {
              if (c == '@' || c == '#') {
                out.append(c == '#' ? "\\" : "").appendCodePoint(c).append("<!-- -->");
              } else {
                out.append(c == '&' || c == '<' || c == '>' ? entity(c) : escaped(c));
              }
            });
    return out.toString();
  }

  /** Words with code between backticks. */
  static String prose(String text) {
    String[] parts = text.split("`", -1);
    if (parts.length % 2 == 0) {
      return of(text);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      out.append(i % 2 == 0 ? of(parts[i]) : code(parts[i]));
    }
    return out.toString();
  }

  private static String entity(int c) {
    return c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;";
  }

  private static String escaped(int c) {
    String character = Character.toString(c);
    return SPECIAL.indexOf(c) >= 0 ? "\\" + character : character;
  }

  /** The same within HTML. */
  static String html(String text) {
    return Text.xml(shown(text)).replace("@", "@<!-- -->").replace("#", "#<!-- -->");
  }

  /** A name in the font of code; what would end a cell of a table is kept from that. */
  static String code(String text) {
    String shown = shown(text).replace("|", "\\|");
    if (shown.isBlank()) {
      return "";
    }
    String fence = "`".repeat(longest(shown) + 1);
    boolean edge = shown.startsWith("`") || shown.endsWith("`");
    return fence + (edge ? " " : "") + shown + (edge ? " " : "") + fence;
  }

  /** Several lines of code. */
  static String block(String language, String text) {
    StringBuilder clean = new StringBuilder();
    for (String line : text.replace("\r\n", "\n").stripTrailing().split("\n", -1)) {
      clean.append(shown(line.replace("\t", "    "))).append('\n');
    }
    String fence = "`".repeat(Math.max(3, longest(text) + 1));
    return fence + language + "\n" + clean + fence + "\n";
  }

  /** One line in which what would turn the reading direction, or cannot be seen, is named. */
  private static String shown(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Text.clean(text)
        .codePoints()
        .forEach(
            c -> {
              if (Character.getType(c) == Character.FORMAT) {
                out.append("[U+%04X]".formatted(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static int longest(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
