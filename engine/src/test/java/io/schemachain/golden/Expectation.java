package io.schemachain.golden;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one dialect makes of a case.
 *
 * @param up statements, each ended by a semicolon, a line break between them
 * @param down the same for the way back, with a comment for what it passes over
 * @param irreversible why there is no way back
 * @param unsupported message and hint of the refusal
 * @param sameAs the dialect that renders to the same
 */
record Expectation(
    @Nullable String up,
    @Nullable String down,
    @Nullable String irreversible,
    @Nullable String unsupported,
    @Nullable String sameAs) {

  static Expectation refused(String message) {
    return new Expectation(null, null, null, message, null);
  }

  static Expectation sameAs(String dialect) {
    return new Expectation(null, null, null, null, dialect);
  }

  /**
   * @throws IllegalArgumentException if the keys do not make sense together
   */
  static Expectation read(Map<String, String> keys) {
    Expectation expectation =
        new Expectation(
            chomp(keys.get("up")),
            chomp(keys.get("down")),
            chomp(keys.get("irreversible")),
            chomp(keys.get("unsupported")),
            keys.get("same_as"));
    for (String key : keys.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException("Unknown key '" + key + "'");
      }
    }
    boolean renders = expectation.up != null;
    boolean leadsBack = (expectation.down == null) != (expectation.irreversible == null);
    boolean alone =
        keys.size() == 1 && (expectation.unsupported != null || expectation.sameAs != null);
    if (!(alone || (renders && leadsBack && keys.size() == 2))) {
      throw new IllegalArgumentException(
          "'up' with 'down' or 'irreversible', or 'unsupported', or 'same_as' is expected, not "
              + keys.keySet());
    }
    return expectation;
  }

  private static final Set<String> KEYS =
      Set.of("up", "down", "irreversible", "unsupported", "same_as");

  /** A block scalar ends with a line break that is not part of the SQL. */
  private static @Nullable String chomp(@Nullable String text) {
    return text != null && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** As it stands in a case, under the name of the dialect. */
  String toYaml() {
    if (sameAs != null) {
      return " {same_as: " + sameAs + "}\n";
    }
    StringBuilder out = new StringBuilder("\n");
    append(out, "up", up);
    append(out, "down", down);
    append(out, "irreversible", irreversible);
    append(out, "unsupported", unsupported);
    return out.toString();
  }

  private static void append(StringBuilder out, String key, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (text.isEmpty()) {
      out.append("    ").append(key).append(": \"\"\n");
      return;
    }
    out.append("    ").append(key).append(": |\n");
    text.lines()
        .forEach(line -> out.append(line.isEmpty() ? "" : "      ").append(line).append('\n'));
  }
}
