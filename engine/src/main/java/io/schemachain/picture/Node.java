package io.schemachain.picture;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A revision as it is drawn. Any text may stand in any component: it is shown and never understood.
 *
 * @param message one line for people
 * @param parents ids that it builds on: none for a base, several for a merge
 * @param dependencies ids that have to be applied before as well
 * @param head whether no other revision builds on it
 * @param current whether the database stands there
 * @param appliedAt date and time, ISO, UTC; null when it is not applied or not known
 * @param file relative to the project; empty when there is none
 */
public record Node(
    String id,
    @Nullable String message,
    List<String> parents,
    List<String> dependencies,
    List<String> labels,
    State state,
    boolean head,
    boolean current,
    @Nullable String appliedAt,
    String file) {
  public Node {
    requireNonNull(id, "id");
    parents = List.copyOf(parents);
    dependencies = List.copyOf(dependencies);
    labels = List.copyOf(labels);
    requireNonNull(state, "state");
    requireNonNull(file, "file");
  }

  boolean base() {
    return parents.isEmpty();
  }

  /** All that has to be applied before. */
  List<String> below() {
    return Stream.concat(parents.stream(), dependencies.stream()).distinct().toList();
  }

  /** {@code pending}, or {@code applied 2026-11-20}. */
  String stateWithDate() {
    return appliedAt == null ? state.word() : state.word() + " " + date(appliedAt);
  }

  /** The day is enough in a row; the table and the tooltip have the time. */
  private static String date(String time) {
    return time.matches("\\d{4}-\\d\\d-\\d\\d[T ].*") ? time.substring(0, 10) : time;
  }
}
