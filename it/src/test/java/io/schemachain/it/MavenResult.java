package io.schemachain.it;

import static org.assertj.core.api.Assertions.assertThat;

/** How a Maven ended and what it said. */
record MavenResult(int exitCode, String output) {
  MavenResult succeeded() {
    assertThat(exitCode).as(output).isZero();
    return this;
  }

  MavenResult failed() {
    assertThat(exitCode).as(output).isNotZero();
    return this;
  }
}
