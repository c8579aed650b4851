package io.schemachain.maven;

import io.schemachain.command.Options;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code 60} (seconds), {@code 90s}, {@code 5m} and {@code PT1M30S}. */
final class LockTimeout {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|)");

  private LockTimeout() {}

  static Duration parse(@Nullable String text) {
    if (text == null) {
      return Options.DEFAULT_LOCK_TIMEOUT;
    }
    Matcher matcher = SHORT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        default -> Duration.ofSeconds(amount);
      };
    }
    try {
      Duration duration = Duration.parse(text.strip());
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  private static GoalException refusal(String text) {
    return GoalException.wrongInput(
        "schema.lockTimeout is seconds or a duration such as 90s or PT1M, not '" + text + "'.");
  }
}
