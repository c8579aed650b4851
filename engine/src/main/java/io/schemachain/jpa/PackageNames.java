package io.schemachain.jpa;

import java.util.List;

/**
 * Packages and those below them.
 *
 * @param names empty for all
 */
record PackageNames(List<String> names) {
  static final PackageNames ALL = new PackageNames(List.of(""));

  PackageNames {
    names = List.copyOf(names);
  }

  boolean has(String packageName) {
    return names.stream().anyMatch(name -> isIn(packageName, name));
  }

  static boolean isIn(String packageName, String above) {
    return above.isEmpty() || packageName.equals(above) || packageName.startsWith(above + ".");
  }

  /** For people: {@code the packages com.example.blog and com.example.shop}. */
  String words() {
    return (names.size() == 1 ? "the package " : "the packages ") + String.join(" and ", names);
  }
}
