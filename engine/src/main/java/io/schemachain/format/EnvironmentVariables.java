package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts values of environment variables in place of {@code ${env.NAME}}. */
record EnvironmentVariables(
    UnaryOperator<@Nullable String> values, SourceLocation location, Diagnostics diagnostics) {
  static final String PREFIX = "env.";

  @Nullable String replace(@Nullable String text) {
    return text == null
        ? null
        : Variables.replace(
            text, name -> values.apply(name.substring(PREFIX.length())), (name, at) -> unset(name));
  }

  private void unset(String name) {
    String variable = name.substring(PREFIX.length());
    diagnostics.error(
        location,
        "The environment variable " + variable + " is not set.",
        "Set it, or choose another environment.");
  }
}
