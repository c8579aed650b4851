package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
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

  /**
   * @throws IllegalArgumentException in words for the user, if it is not the one or the other, if a
   *     name is none of Java, or if a property is not the user's
   */
  public EntityModel {
    packages = List.copyOf(packages);
    requireNonNull(naming, "naming");
    properties = Map.copyOf(properties);
    if (packages.isEmpty() == (unit == null)) {
      throw new IllegalArgumentException(
          "A target jpa has either packages or a unit"
              + (unit == null ? "; this one has neither." : ", not both."));
    }
    Set<String> seen = new HashSet<>();
    for (String name : packages) {
      requirePackage(name);
      if (!seen.add(name)) {
        throw new IllegalArgumentException("The packages of a target jpa have " + name + " twice.");
      }
    }
    if (unit != null && unit.isBlank()) {
      throw new IllegalArgumentException("The unit of a target jpa has no name.");
    }
    properties.keySet().forEach(EntityModel::requireProperty);
  }

  /** Classes of naming strategies; null where nothing was said. */
  public record Naming(@Nullable String physical, @Nullable String implicit) {
    public static final Naming UNSAID = new Naming(null, null);

    /**
     * @throws IllegalArgumentException if one is not the name of a class
     */
    public Naming {
      requireClass(physical);
      requireClass(implicit);
    }
  }

  /**
   * @throws IllegalArgumentException if it is not the name of a package
   */
  static String requirePackage(String name) {
    if (!SourceVersion.isName(name)) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is not the name of a package; write it like com.example.blog. Those below it are"
              + " looked at with it.");
    }
    return name;
  }

  /**
   * @throws IllegalArgumentException if it is given and not the name of a class
   */
  static @Nullable String requireClass(@Nullable String name) {
    if (name != null && !SourceVersion.isName(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is not the name of a class; write it with its package.");
    }
    return name;
  }

  /**
   * @throws IllegalArgumentException if something else says it
   */
  static void requireProperty(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A property of a target jpa has no name.");
    }
    EntityProperties.refusal(name)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
  }

  /** For people: {@code com.example.blog}. */
  public String words() {
    return unit == null ? String.join(", ", packages) : "unit " + unit;
  }
}
