package io.schemachain.maven;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.command.Entities;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JpaParameterTest {
  private final JpaParameter jpa = new JpaParameter();

  /** Maven makes one also where nobody wrote it. */
  @Test
  void saysNothingWhereNothingWasSaid() {
    assertThat(jpa.entities("the POM")).isNull();
  }

  @Test
  void commandLineGivesPackages() {
    jpa.set("com.example.blog, com.example.shop");
    assertThat(requireNonNull(jpa.entities("-Dschema.jpa")))
        .isEqualTo(
            new Entities(
                List.of("com.example.blog", "com.example.shop"),
                null,
                null,
                null,
                Map.of(),
                "-Dschema.jpa"));
  }
}
