package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IsoDatesTest {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss]][XXX]")
          .withResolverStyle(ResolverStyle.STRICT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20",
        "2024-02-29",
        "2026-11-20T12:10",
        "2026-11-20T12:10Z",
        "2026-11-20T12:10:59",
        "2026-11-20T12:10:00Z",
        "2026-11-20T12:10:00.123456789",
        "2026-11-20T12:10:00.5+02:00",
        "2026-11-20T23:59:59-18:00"
      })
  void is_a_date(String text) {
    assertThat(IsoDates.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026",
        "20.11.2026",
        "2026-11-20 12:10",
        "2026-02-29",
        "2026-13-01",
        "2026-00-01",
        "2026-11-00",
        "2026-11-31",
        "2026-11-20Z",
        "2026-11-20T",
        "2026-11-20T24:00",
        "2026-11-20T12:60",
        "2026-11-20T12:10:60",
        "2026-11-20T12:10:00.",
        "2026-11-20T12:10:00.1234567890",
        "2026-11-20T12:10:00z",
        "2026-11-20T12:10:00+18:01",
        "2026-11-20T12:10:00+02:60",
        "2026-11-20T12:10:00+0200",
        "2026-11-20T12:10:00Z ",
        "2026-11-2\u0660"
      })
  void is_none(String text) {
    assertThat(IsoDates.isValid(text)).isFalse();
  }

  @Test
  void agrees_with_the_platform() {
    Random random = new Random(3);
    int valid = 0;
    for (int i = 0; i < 20_000; i++) {
      String text =
          String.format(
              "%04d-%02d-%02dT%02d:%02d:%02d+%02d:%02d",
              random.nextInt(3000),
              random.nextInt(14),
              random.nextInt(33),
              random.nextInt(26),
              random.nextInt(62),
              random.nextInt(62),
              random.nextInt(20),
              random.nextInt(62));
      assertThat(IsoDates.isValid(text)).as(text).isEqualTo(isIso(text));
      valid += isIso(text) ? 1 : 0;
    }
    assertThat(valid).isGreaterThan(5_000);
  }

  private static boolean isIso(String text) {
    try {
      return ISO.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
