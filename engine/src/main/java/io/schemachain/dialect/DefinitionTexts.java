package io.schemachain.dialect;

import java.util.ArrayList;
import java.util.List;

/** Constants in definitions. */
final class DefinitionTexts {
  private DefinitionTexts() {}

  /** A string that comes next, as it is meant. */
  static String string(SqlWords words) {
    String written = words.peekOne();
    boolean isString =
        written.length() > 1 && (written.startsWith("'") || written.startsWith("\""));
    if (!isString || written.indexOf('\\') >= 0) {
      throw new NotUnderstoodException(
          isString
              ? "Write the text without backslashes."
              : "Write a text between quotation marks.");
    }
    words.takeOne();
    String quote = written.substring(0, 1);
    return written.substring(1, written.length() - 1).replace(quote + quote, quote);
  }

  /** Strings between parentheses that come next. */
  static List<String> strings(SqlWords words) {
    List<String> strings = new ArrayList<>();
    words.take("(");
    do {
      strings.add(string(words));
    } while (words.takeIf(","));
    words.take(")");
    return strings;
  }

  /** A whole number that comes next. */
  static long number(SqlWords words) {
    boolean negative = words.takeIf("-");
    String digits = words.peekOne();
    try {
      long number = Long.parseLong((negative ? "-" : "") + digits);
      words.takeOne();
      return number;
    } catch (NumberFormatException e) {
      throw new NotUnderstoodException("Write a whole number of 64 bits.");
    }
  }
}
