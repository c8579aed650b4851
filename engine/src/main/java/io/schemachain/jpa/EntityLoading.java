package io.schemachain.jpa;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import java.util.List;

/**
 * Loads each mapped class and what its declaration names, so that one that cannot be loaded is told
 * by its name. A provider says it in words of its own, and of the first alone. Annotations that are
 * on no class path are none to Java, and no error.
 */
final class EntityLoading {
  private EntityLoading() {}

  static void check(
      List<String> classes, ClassLoader loader, SourceLocation asked, Diagnostics diagnostics) {
    for (String name : classes) {
      try {
        Class<?> type = Class.forName(name, false, loader);
        // Their types are loaded with them, as by a provider.
        requireNonNull(type.getDeclaredFields());
        requireNonNull(type.getDeclaredMethods());
        requireNonNull(type.getDeclaredConstructors());
      } catch (ClassNotFoundException | LinkageError e) {
        diagnostics.error(
            asked, "The class " + name + " does not load: " + reason(name, e) + ".", hint(e));
      }
    }
  }

  private static String reason(String name, Throwable e) {
    String missing = MissingClass.of(e);
    if (missing == null) {
      return e.toString();
    }
    return missing.equals(name)
        ? "it" + MissingClass.SAID
        : missing + ", which it extends, implements or names as a type," + MissingClass.SAID;
  }

  private static String hint(Throwable e) {
    return MissingClass.of(e) == null
        ? "Two versions of a library may be on the class path: mvn dependency:tree"
        : MissingClass.HINT;
  }
}
