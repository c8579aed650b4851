package io.schemachain.revision;

import java.util.List;

/**
 * {@code a:b}, where both are lists with commas between: from a place to another.
 *
 * @param from empty when nothing stands before the colon
 * @param to empty when nothing stands behind it
 */
public record RevisionRange(List<RevisionArgument> from, List<RevisionArgument> to) {
  public RevisionRange {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** Whether a text is a range and not one place. */
  public static boolean isRange(String text) {
    return text.indexOf(':') >= 0;
  }

  /**
   * @throws RevisionArgumentException if the text has another form
   */
  public static RevisionRange parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
      throw new RevisionArgumentException(
          "'" + text + "' is not a range: write <from>:<to>, such as base:head.");
    }
    return new RevisionRange(side(text.substring(0, colon)), side(text.substring(colon + 1)));
  }

  private static List<RevisionArgument> side(String text) {
    return text.isBlank() ? List.of() : RevisionArgument.parseList(text);
  }
}
