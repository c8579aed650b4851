package io.schemachain.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What holds for every name in a schema. */
public final class Names {
  private Names() {}

  /** Names that fold to the same text are the same name to at least one database. */
  public static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  public static boolean same(String a, String b) {
    return fold(a).equals(fold(b));
  }

  /** Whether the name is among others. */
  public static boolean contains(List<String> names, String name) {
    String folded = fold(name);
    for (String other : names) {
      if (fold(other).equals(folded)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @throws IllegalArgumentException if no database could hold the name: empty, or with a control
   *     character
   */
  public static String requireName(@Nullable String name, String what) {
    if (name == null || name.isEmpty()) {
      throw new IllegalArgumentException("The " + what + " has no name.");
    }
    if (hasControl(name)) {
      throw new IllegalArgumentException(
          "The name of the " + what + " contains a control character.");
    }
    return name;
  }

  /** Whether a text has a control character, a line end among them. */
  public static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
        return true;
      }
    }
    return false;
  }
}
