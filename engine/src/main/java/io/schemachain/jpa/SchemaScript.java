package io.schemachain.jpa;

import io.schemachain.dialect.Dialect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the provider on the class path write the SQL that creates the schema of entities, without a
 * connection: the standard's own schema generation, to a script.
 */
final class SchemaScript {
  private SchemaScript() {}

  /**
   * What the provider wrote.
   *
   * @param provider for people: {@code Hibernate ORM 6.6.4}
   */
  record Written(String sql, String provider) {}

  /**
   * @param classes the mapped classes; empty for those of the unit
   * @param unit a persistence unit, or null for the classes alone
   * @param settings properties for the provider
   * @throws JpaException if the provider refuses, with its reason in words
   */
  static Written write(
      EntityLoader loader,
      String api,
      List<String> classes,
      @Nullable String unit,
      Map<String, String> settings,
      Dialect dialect) {
    throw new UnsupportedOperationException("not written yet");
  }
}
