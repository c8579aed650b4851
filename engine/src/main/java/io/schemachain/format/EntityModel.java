package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entities are the target, and how their names become names of tables and columns. Either
 * packages or a unit.
 *
 * @param packages whose classes, and those of the packages below them, are looked at
 * @param unit a persistence unit of META-INF/persistence.xml
 * @param naming what the user said of naming strategies; what is not said is found on the class
 *     path
 * @param properties further properties for the provider, such as {@code
 *     hibernate.globally_quoted_identifiers}
 */
public record EntityModel(
    List<String> packages, @Nullable String unit, Naming naming, Map<String, String> properties) {
  public EntityModel {
    packages = List.copyOf(packages);
    requireNonNull(naming, "naming");
    properties = Map.copyOf(properties);
  }

  /** Classes of naming strategies; null where nothing was said. */
  public record Naming(@Nullable String physical, @Nullable String implicit) {
    public static final Naming UNSAID = new Naming(null, null);
  }

  /** For people: {@code com.example.blog}. */
  public String words() {
    return unit == null ? String.join(", ", packages) : "unit " + unit;
  }
}
