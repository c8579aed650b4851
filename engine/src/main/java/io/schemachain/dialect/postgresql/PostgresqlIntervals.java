package io.schemachain.dialect.postgresql;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Intervals as people and the server write them: {@code 90 minutes}, {@code 01:30:00}. */
final class PostgresqlIntervals {
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:([+-]?)(\\d{1,9}):(\\d\\d)(?::(\\d\\d(?:\\.\\d{1,6})?))?(?!\\S)"
              + "|([+-]?\\d{1,9}(?:\\.\\d{1,6})?)\\s*([a-z]+))\\s*");

  private static final long SECOND = 1_000_000;

  /** Months, of a unit that is made of them. */
  private static final Map<String, Long> MONTHS =
      Map.of(
          "year", 12L, "years", 12L, "yr", 12L, "y", 12L, "mon", 1L, "mons", 1L, "month", 1L,
          "months", 1L);

  private static final Map<String, Long> DAYS =
      Map.of("week", 7L, "weeks", 7L, "w", 7L, "day", 1L, "days", 1L, "d", 1L);

  private static final Map<String, Long> MICROSECONDS =
      Map.ofEntries(
          Map.entry("hour", 3600 * SECOND),
          Map.entry("hours", 3600 * SECOND),
          Map.entry("h", 3600 * SECOND),
          Map.entry("minute", 60 * SECOND),
          Map.entry("minutes", 60 * SECOND),
          Map.entry("min", 60 * SECOND),
          Map.entry("mins", 60 * SECOND),
          Map.entry("m", 60 * SECOND),
          Map.entry("second", SECOND),
          Map.entry("seconds", SECOND),
          Map.entry("sec", SECOND),
          Map.entry("secs", SECOND),
          Map.entry("s", SECOND));

  private PostgresqlIntervals() {}

  /** One text for all intervals that the server takes for the same; others are their own. */
  static String canonical(String text) {
    String written = text.strip().toLowerCase(Locale.ROOT);
    Matcher part = PART.matcher(written);
    BigDecimal months = BigDecimal.ZERO;
    BigDecimal days = BigDecimal.ZERO;
    BigDecimal microseconds = BigDecimal.ZERO;
    int end = 0;
    while (end < written.length()) {
      if (!part.region(end, written.length()).lookingAt()) {
        return text;
      }
      end = part.end();
      String unit = part.group(6);
      if (unit == null) {
        microseconds = microseconds.add(time(part));
        continue;
      }
      BigDecimal number = new BigDecimal(part.group(5));
      if (number.stripTrailingZeros().scale() > 0 && !MICROSECONDS.containsKey(unit)) {
        return text;
      }
      if (MONTHS.containsKey(unit)) {
        months = months.add(times(number, MONTHS, unit));
      } else if (DAYS.containsKey(unit)) {
        days = days.add(times(number, DAYS, unit));
      } else if (MICROSECONDS.containsKey(unit)) {
        microseconds = microseconds.add(times(number, MICROSECONDS, unit));
      } else {
        return text;
      }
    }
    return end == 0
        ? text
        : plain(months) + " months, " + plain(days) + " days, " + plain(microseconds) + " us";
  }

  private static BigDecimal times(BigDecimal number, Map<String, Long> units, String unit) {
    return number.multiply(BigDecimal.valueOf(units.getOrDefault(unit, 0L)));
  }

  private static BigDecimal time(Matcher part) {
    String seconds = part.group(4) == null ? "0" : part.group(4);
    BigDecimal time =
        new BigDecimal(part.group(2))
            .multiply(BigDecimal.valueOf(3600))
            .add(new BigDecimal(part.group(3)).multiply(BigDecimal.valueOf(60)))
            .add(new BigDecimal(seconds))
            .multiply(BigDecimal.valueOf(SECOND));
    return part.group(1).equals("-") ? time.negate() : time;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
