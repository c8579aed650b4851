package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import java.util.function.UnaryOperator;

/** Reads schema.yaml. */
public final class SettingsReader {
  private SettingsReader() {}

  /**
   * @param environmentVariables gives the value of an environment variable, null when it is not
   *     set; {@code ${env.NAME}} is replaced by it where the environment is used
   * @return the settings, as far as they could be understood
   */
  public static Settings read(
      SourceText source, UnaryOperator<String> environmentVariables, Diagnostics diagnostics) {
    throw new UnsupportedOperationException();
  }
}
