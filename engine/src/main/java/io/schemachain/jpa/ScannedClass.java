package io.schemachain.jpa;

import java.nio.file.Path;

/**
 * A class file, and where it is.
 *
 * @param folder of which it is a part
 */
record ScannedClass(ClassFacts facts, ClassFolder folder, Path file) {
  /** For people: {@code com.example.User (in blog-1.0.jar)}. */
  String shown() {
    return facts.name() + " (in " + folder.shown() + ")";
  }
}
