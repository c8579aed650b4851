package io.schemachain.jpa;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.format.EntityModel;
import java.util.Map;

/**
 * What the provider is told beside the dialect: what the settings of the target say, else what
 * Spring Boot's own settings say, else what Spring Boot would do where it is on the class path.
 */
final class ProviderSettings {
  private ProviderSettings() {}

  /**
   * @param loader with the classes of the project
   * @return properties of the provider, such as {@code hibernate.physical_naming_strategy}
   */
  static Map<String, String> of(
      EntityModel model, ClassPath classPath, ClassLoader loader, Diagnostics diagnostics) {
    throw new UnsupportedOperationException("not written yet");
  }
}
