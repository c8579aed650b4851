package io.schemachain.maven;

import io.schemachain.command.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which entities of the project are the target, as <code>jpa</code> in schema.yaml says it. */
public final class JpaParameter {
  /** Packages of entities; those below them count as well. */
  private @Nullable List<String> packages;

  /** A persistence unit of META-INF/persistence.xml, instead of packages. */
  private @Nullable String unit;

  /** Classes of naming strategies, where not what the class path has by itself. */
  private @Nullable Naming naming;

  /** Further properties for the provider. */
  private @Nullable Map<String, String> properties;

  /** Classes of naming strategies. */
  public static final class Naming {
    private @Nullable String physical;
    private @Nullable String implicit;
  }

  /** Maven's way to give a text, such as that of <code>-Dschema.jpa</code>, to an object. */
  public void set(String words) {
    packages = AbstractSchemaMojo.words(words);
    unit = null;
  }

  /**
   * The same for the engine; null where it says nothing, which is also what Maven makes where
   * nobody wrote it.
   *
   * @param source for people
   */
  @Nullable Entities entities(String source) {
    List<String> named = new ArrayList<>();
    if (packages != null) {
      packages.forEach(name -> named.add(Objects.requireNonNullElse(name, "")));
    }
    Map<String, String> further = new TreeMap<>();
    if (properties != null) {
      properties.forEach((name, value) -> further.put(name, Objects.requireNonNullElse(value, "")));
    }
    String physical = naming == null ? null : naming.physical;
    String implicit = naming == null ? null : naming.implicit;
    boolean saysNothing =
        named.isEmpty()
            && unit == null
            && physical == null
            && implicit == null
            && further.isEmpty();
    return saysNothing ? null : new Entities(named, unit, physical, implicit, further, source);
  }
}
