package io.schemachain.jpa;

import org.jspecify.annotations.Nullable;

/** A class that Java or a provider did not find. */
final class MissingClass {
  /** What to do. */
  static final String HINT =
      "Add the dependency that has it, in scope compile or runtime, or correct its name. Those of the"
          + " scope test are left out, and optional ones of other projects.";

  /** What is said of it, behind its name. */
  static final String SAID = " is not on the class path of the project";

  private MissingClass() {}

  /** Its name, or null where something else was thrown. */
  static @Nullable String of(Throwable thrown) {
    boolean isMissing =
        thrown instanceof ClassNotFoundException || thrown instanceof NoClassDefFoundError;
    String message = thrown.getMessage();
    if (!isMissing || message == null) {
      return null;
    }
    // Hibernate: "Could not load requested class : com.example.Naming"
    String name =
        thrown instanceof ClassNotFoundException
            ? message.substring(Math.max(message.lastIndexOf(':'), message.lastIndexOf(' ')) + 1)
            : message;
    return name.matches("[\\w/$.]+") ? name.replace('/', '.') : null;
  }
}
