package io.schemachain.jpa;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import java.util.List;

/** Finds the mapped classes of packages without loading them. */
final class EntityScan {
  private EntityScan() {}

  /**
   * What was found.
   *
   * @param classes entities, embeddables, mapped superclasses and converters, and packages with
   *     annotations of their own as {@code com.example.package-info}; sorted
   * @param api {@code jakarta.persistence} or {@code javax.persistence}
   */
  record Found(List<String> classes, String api) {}

  /**
   * @param asked where the packages are written
   * @param diagnostics takes what is wrong: no entities, two versions of the API, a class that is
   *     older than its source
   */
  static Found find(
      List<String> packages, ClassPath classPath, SourceLocation asked, Diagnostics diagnostics) {
    throw new UnsupportedOperationException("not written yet");
  }
}
