package io.schemachain.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.command.Options;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LockTimeoutTest {
  @ParameterizedTest
  @CsvSource({"60, PT1M", "0, PT0S", "90s, PT1M30S", "5m, PT5M", "2H, PT2H", "500ms, PT0.5S"})
  void readsSecondsAndShortForms(String text, Duration duration) {
    assertThat(LockTimeout.parse(text)).isEqualTo(duration);
  }

  @Test
  void readsIsoDurations() {
    assertThat(LockTimeout.parse("PT1M30S")).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void isAMinuteWhenNothingIsSaid() {
    assertThat(LockTimeout.parse(null)).isEqualTo(Options.DEFAULT_LOCK_TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "PT-1S", "1 day", "60 s", "99999999999"})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> LockTimeout.parse(text))
        .isInstanceOf(GoalException.class)
        .hasMessageContaining("90s");
  }
}
