package io.schemachain.format;

import java.time.Month;
import java.time.Year;

/**
 * The dates of {@code create_date}, in ISO form with or without time and offset. They are looked at
 * and kept as text; the formatters of java.time would need 40 ms for that in a JVM that has just
 * started.
 */
final class IsoDates {
  private static final int TIME = 10;
  private static final int SECONDS = 16;
  private static final int FRACTION = 19;
  private static final int MAX_FRACTION_DIGITS = 9;
  private static final int MAX_OFFSET_HOURS = 18;

  private IsoDates() {}

  static boolean isValid(String text) {
    if (!isDay(text)) {
      return false;
    }
    if (text.length() == TIME) {
      return true;
    }
    if (!hasShape(text, TIME, "T00:00") || number(text, 11, 2) > 23 || number(text, 14, 2) > 59) {
      return false;
    }
    int offset = offset(text);
    return offset >= 0 && isOffset(text, offset);
  }

  private static boolean isDay(String text) {
    if (!hasShape(text, 0, "0000-00-00")) {
      return false;
    }
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= Month.of(month).length(Year.isLeap(number(text, 0, 4)));
  }

  /** Where the seconds end, if there are some; -1 when they are wrong. */
  private static int offset(String text) {
    if (!hasShape(text, SECONDS, ":00")) {
      return SECONDS;
    }
    if (number(text, SECONDS + 1, 2) > 59) {
      return -1;
    }
    if (!hasShape(text, FRACTION, ".0")) {
      return FRACTION;
    }
    int end = FRACTION + 2;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end - FRACTION - 1 <= MAX_FRACTION_DIGITS ? end : -1;
  }

  /** Nothing, {@code Z} or {@code +02:00}. */
  private static boolean isOffset(String text, int at) {
    if (at == text.length()) {
      return true;
    }
    if (text.length() == at + 1) {
      return text.charAt(at) == 'Z';
    }
    if (text.length() != at + 6
        || !(hasShape(text, at, "+00:00") || hasShape(text, at, "-00:00"))) {
      return false;
    }
    int minutes = number(text, at + 4, 2);
    return minutes <= 59 && number(text, at + 1, 2) * 60 + minutes <= MAX_OFFSET_HOURS * 60;
  }

  /** Whether the text goes on like this, with any digit for a 0. */
  private static boolean hasShape(String text, int at, String shape) {
    if (text.length() < at + shape.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(at + i);
      char expected = shape.charAt(i);
      if (expected == '0' ? !isDigit(c) : c != expected) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int at, int digits) {
    return Integer.parseInt(text, at, at + digits, 10);
  }
}
