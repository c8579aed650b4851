package io.schemachain.format;

import io.schemachain.format.Settings.Timeouts;
import java.time.Duration;

/** Reads {@code timeouts} of the settings. */
final class TimeoutsReader {
  private static final int MOST_RETRIES = 100;

  private TimeoutsReader() {}

  static Timeouts read(Fields settings) {
    YamlNode node = settings.node("timeouts");
    Fields fields = node == null ? null : Fields.of(settings.reading(), node, "timeouts");
    if (fields == null) {
      return Timeouts.DEFAULT;
    }
    Timeouts timeouts =
        new Timeouts(
            duration(fields, "lock", Timeouts.DEFAULT.lock()),
            duration(fields, "statement", Timeouts.DEFAULT.statement()),
            retries(fields));
    fields.finish();
    return timeouts;
  }

  private static Duration duration(Fields fields, String key, Duration unsaid) {
    YamlNode node = fields.node(key);
    if (node == null) {
      return unsaid;
    }
    String text = fields.requiredText(key);
    if (text == null) {
      return unsaid;
    }
    return text.equals("off")
        ? Duration.ZERO
        : Durations.parse(text)
            .filter(duration -> !duration.isZero())
            .orElseGet(
                () -> {
                  fields
                      .reading()
                      .error(
                          node,
                          "'" + key + "' of timeouts is a duration, or off.",
                          "Write for example 10s, 500ms, 5m or 1h.");
                  return unsaid;
                });
  }

  private static int retries(Fields fields) {
    YamlNode node = fields.node("retries");
    if (node == null) {
      return Timeouts.DEFAULT.retries();
    }
    String text = fields.requiredText("retries");
    if (text != null && text.matches("\\d{1,3}") && Integer.parseInt(text) <= MOST_RETRIES) {
      return Integer.parseInt(text);
    }
    if (text != null) {
      fields
          .reading()
          .error(node, "'retries' of timeouts is a number from 0 to " + MOST_RETRIES + ".", null);
    }
    return Timeouts.DEFAULT.retries();
  }
}
