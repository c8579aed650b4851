package io.schemachain.maven;

import io.schemachain.command.Options;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads {@code 60} (seconds), {@code 90s}, {@code 5m} and {@code PT1M30S}. */
final class LockTimeout {
  private LockTimeout() {}

  static Duration parse(@Nullable String text) {
    return text == null
        ? Options.DEFAULT_LOCK_TIMEOUT
        : Options.duration(text).orElseThrow(() -> refusal(text));
  }

  private static GoalException refusal(String text) {
    return GoalException.wrongInput(
        "schema.lockTimeout is seconds or a duration such as 90s or PT1M, not '" + text + "'.");
  }
}
