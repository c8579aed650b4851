package io.schemachain.jpa;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    String missing = missing(e);
    if (missing == null) {
      return e.toString();
    }
    return missing.equals(name)
        ? "it is not on the class path"
        : missing + ", which it extends, implements or names as a type, is not on the class path";
  }

  private static @Nullable String hint(Throwable e) {
    return missing(e) == null
        ? "Two versions of a library may be on the class path: mvn dependency:tree"
        : "Add the dependency that has it. Those of the scope test are left out, and optional ones"
            + " of other projects.";
  }

  /** The name of the class that is missing, or null where it is something else. */
  private static @Nullable String missing(Throwable e) {
    boolean isMissing = e instanceof NoClassDefFoundError || e instanceof ClassNotFoundException;
    String message = e.getMessage();
    return isMissing && message != null && message.matches("[\\w/$.]+")
        ? message.replace('/', '.')
        : null;
  }
}
