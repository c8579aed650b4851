package io.schemachain.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PropertyNamesTest {
  private static final List<String> KNOWN =
      List.of(
          "directory", "driver", "format", "lockTimeout", "target", "url", "username", "verbose");

  @ParameterizedTest
  @CsvSource({
    "traget, target",
    "Target, target",
    "locktimeout, lockTimeout",
    "user, username",
    "dir, directory",
    "formt, format",
    "jbdc.ssl, jdbc.ssl",
    "vars.tenant, var.tenant",
    "var, var.<name>",
    "colour,",
    "version,",
    "other.name,",
    "x,",
  })
  void refusesOnlyWhatLooksLikeASlip(String given, String meant) {
    assertThat(PropertyNames.resembled(given, KNOWN).orElse(null)).isEqualTo(meant);
  }
}
