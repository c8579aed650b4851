package io.schemachain.format;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import org.jspecify.annotations.Nullable;

/** What can be said about a text before it is parsed: its size and its characters. */
final class YamlText {
  /** What the parser does with a line takes the square of its length. */
  private static final int MAX_LINE = 2 * 1024 * 1024;

  private YamlText() {}

  /** The first thing that makes the text unusable, or null. */
  static @Nullable YamlProblem check(SourceText source, int maxLength) {
    String text = source.content();
    if (text.length() > maxLength) {
      return new YamlProblem(
          SourceLocation.ofFile(source),
          "The file is larger than " + maxLength / (1024 * 1024) + " MiB.",
          "Is this the right file? Rows in such number belong into a file of data.");
    }
    if (text.startsWith("\uFEFF")) {
      return new YamlProblem(
          new SourceLocation(source, 1, 1),
          "The file starts with a byte order mark.",
          "Save it as UTF-8 without BOM.");
    }
    int line = 1;
    int lineStart = 0;
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      char c = characters[i];
      if (i - lineStart == MAX_LINE && c != '\n') {
        return new YamlProblem(
            new SourceLocation(source, line, 1),
            "The line has more than " + MAX_LINE + " characters.",
            "Does its text belong into a file of data?");
      }
      if (c >= ' ' && c < 0x7F) {
        continue;
      }
      if (c == '\n') {
        line++;
        lineStart = i + 1;
      } else if (isRefused(text, i, c)) {
        return new YamlProblem(
            new SourceLocation(source, line, i - lineStart + 1),
            c == '\r'
                ? "A line ends in a carriage return alone."
                : String.format("The character U+%04X cannot stand in a document.", (int) c),
            hint(c));
      }
    }
    return null;
  }

  private static String hint(char c) {
    if (c == '\r') {
      return "Save the file with LF or CRLF line ends.";
    }
    String question = "Is this a text file in UTF-8?";
    return c == 0
        ? question
        : question
            + String.format(
                " In quotation marks such a character is written \"\\u%04X\".", (int) c);
  }

  private static boolean isRefused(String text, int i, char c) {
    if (c == '\t') {
      return false;
    }
    if (c == '\r') {
      return i + 1 >= text.length() || text.charAt(i + 1) != '\n';
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    // Line and paragraph separators and NEL count as line ends for some tools and not for others.
    return Character.isISOControl(c)
        || c == '\uFEFF'
        || c >= '\uFFFE'
        || c == '\u2028'
        || c == '\u2029';
  }
}
