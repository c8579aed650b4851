package io.schemachain.format;

import java.util.Set;

/** The grammar of revision ids and branch labels: format-spec {@code docs/graph.md}. */
public final class RevisionIds {
  private static final int MAX_LENGTH = 128;
  private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

  public static final String GRAMMAR =
      "1 to 128 of the letters a to z and A to Z, digits, '_' and '.'";

  private RevisionIds() {}

  /** Whether the text means something else where a revision is named. */
  public static boolean isReserved(String id) {
    return RESERVED.contains(id);
  }

  public static boolean isValid(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (!isPart(id.charAt(i))) {
        return false;
      }
    }
    return !id.isEmpty() && id.length() <= MAX_LENGTH;
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.';
  }
}
