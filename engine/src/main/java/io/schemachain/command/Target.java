package io.schemachain.command;

import io.schemachain.diagnostic.Status;
import io.schemachain.revision.RevisionArgument;
import io.schemachain.revision.RevisionGraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Revision arguments of commands. */
final class Target {
  private Target() {}

  /**
   * A range for a script.
   *
   * @param from nothing is base
   */
  record Range(Optional<String> from, Optional<String> to) {}

  /** {@code to}, from base, or {@code from:to}. */
  static Range range(String text, RevisionGraph graph, boolean fromRequired) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      if (fromRequired) {
        throw CommandException.of(
            Status.INVALID,
            "Without a database it is not known where it is: write the target as <from>:<to>, such as"
                + " head:"
                + (text.isEmpty() ? "base" : text)
                + ".");
      }
      return new Range(Optional.empty(), resolve(text, graph, List.of()));
    }
    RevisionArgument from = RevisionArgument.parse(text.substring(0, colon));
    if (from.isRelative()) {
      throw CommandException.of(
          Status.INVALID, "The first part of '" + text + "' must name a revision, or base.");
    }
    Optional<String> start = from.resolve(graph, List.of());
    return new Range(
        start, resolve(text.substring(colon + 1), graph, start.map(List::of).orElse(List.of())));
  }

  static Optional<String> resolve(String text, RevisionGraph graph, List<String> current) {
    return RevisionArgument.parse(text).resolve(graph, current);
  }

  /** What is applied when the database is at a revision. */
  static Set<String> appliedAt(Optional<String> revision, RevisionGraph graph) {
    return graph.withAncestors(revision.map(List::of).orElse(List.of()));
  }

  static String word(Optional<String> revision) {
    return revision.orElse("base");
  }
}
