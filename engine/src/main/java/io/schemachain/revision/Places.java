package io.schemachain.revision;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place in a graph that an argument means: the revisions with which, and with everything
 * below them, a database is there. None of them is base.
 */
final class Places {
  private final RevisionGraph graph;
  private final RevisionNames names;
  private final Applied applied;

  Places(RevisionGraph graph, Applied applied) {
    this.graph = graph;
    this.names = new RevisionNames(graph);
    this.applied = applied;
  }

  /** The line that stands before {@code @}; null without one. */
  @Nullable Set<String> line(RevisionArgument argument) {
    String branch = argument.branch();
    return branch == null ? null : graph.lineage(names.find(branch));
  }

  /**
   * The place; {@code -N} alone is so far below each of the heads of what is applied.
   *
   * @throws RevisionArgumentException if there is none, or more than one
   */
  Set<String> find(RevisionArgument argument) {
    Set<String> line = line(argument);
    String name = argument.name();
    if (name != null) {
      return walk(argument, named(argument, name, line), line);
    }
    Set<String> starts = heads(line);
    if (argument.steps() > 0) {
      if (starts.size() > 1) {
        throw severalStarts(argument, starts);
      }
      return walk(argument, starts, line);
    }
    Set<String> found = new LinkedHashSet<>();
    starts.forEach(start -> found.addAll(walk(argument, Set.of(start), line)));
    return found;
  }

  private Set<String> named(RevisionArgument argument, String name, @Nullable Set<String> line) {
    return switch (name) {
      case "base" -> Set.of();
      case "current" -> heads(line);
      case "heads" -> {
        List<String> heads = line == null ? graph.realHeads() : within(graph.heads(), line);
        yield new LinkedHashSet<>(heads);
      }
      case "head" -> {
        List<String> heads = within(graph.heads(), line);
        if (heads.size() > 1) {
          throw severalHeads(argument, heads);
        }
        yield new LinkedHashSet<>(heads);
      }
      default ->
          Set.of(
              line == null
                  ? names.find(name)
                  : names.find(name, line, requireNonNull(argument.branch(), "branch")));
    };
  }

  /**
   * Where the database is; in a line what of it is applied and has nothing of the line applied
   * above it.
   */
  Set<String> heads(@Nullable Set<String> line) {
    if (line == null) {
      return new LinkedHashSet<>(applied.heads());
    }
    List<String> ofLine = applied.known().stream().filter(line::contains).toList();
    return new LinkedHashSet<>(graph.headsOfLine(ofLine));
  }

  /**
   * The bases above base, where an argument means that: those of its line, and of the line from
   * which it counts its steps.
   */
  List<String> basesAbove(RevisionArgument argument) {
    List<String> bases = within(graph.bases(), line(argument));
    if (argument.isRelative() || argument.steps() == 0 || "base".equals(argument.name())) {
      return bases;
    }
    Set<String> counted = new HashSet<>();
    find(argument.withoutSteps()).forEach(start -> counted.addAll(graph.lineage(start)));
    return within(bases, counted);
  }

  private static List<String> within(Collection<String> ids, @Nullable Set<String> line) {
    return ids.stream().filter(id -> line == null || line.contains(id)).toList();
  }

  // Steps

  private Set<String> walk(
      RevisionArgument argument, Set<String> start, @Nullable Set<String> line) {
    Set<String> place = start;
    for (int i = 0; i < Math.abs(argument.steps()); i++) {
      if (place.size() > 1) {
        throw unclear(argument, i == 0 ? "it counts from" : "a merge joins", place);
      }
      place = argument.steps() > 0 ? up(argument, place, line) : down(argument, place, line);
    }
    return place;
  }

  private Set<String> up(RevisionArgument argument, Set<String> place, @Nullable Set<String> line) {
    String from = place.isEmpty() ? null : known(argument, place.iterator().next());
    List<String> next = within(from == null ? graph.bases() : graph.children(from), line);
    if (next.isEmpty()) {
      throw new RevisionArgumentException(
          "'"
              + argument
              + "' goes beyond the head: nothing builds on "
              + (from == null ? "base" : from)
              + (line == null ? "." : " in the line of " + argument.branch() + "."));
    }
    if (next.size() > 1) {
      throw unclear(argument, "on " + (from == null ? "base" : from) + " build", next);
    }
    return Set.copyOf(next);
  }

  private Set<String> down(
      RevisionArgument argument, Set<String> place, @Nullable Set<String> line) {
    if (place.isEmpty()) {
      throw new RevisionArgumentException("'" + argument + "' goes below base.");
    }
    String from = known(argument, place.iterator().next());
    return new LinkedHashSet<>(within(graph.require(from).downRevisions(), line));
  }

  private String known(RevisionArgument argument, String id) {
    if (!graph.contains(id)) {
      throw new RevisionArgumentException(
          "'" + argument + "' counts from the applied revision " + id + ", which has no file.");
    }
    return id;
  }

  // Refusals

  private static RevisionArgumentException unclear(
      RevisionArgument argument, String where, Collection<String> ids) {
    return new RevisionArgumentException(
        "'"
            + argument
            + "' is not clear: "
            + where
            + " "
            + String.join(" and ", ids)
            + ". Name one of them, or put a branch before: <label>@"
            + steps(argument)
            + ".");
  }

  private static String steps(RevisionArgument argument) {
    String name = argument.name() == null ? "" : argument.name();
    return name + (argument.steps() > 0 ? "+" : "") + argument.steps();
  }

  /** Nobody can say from which of these to count. */
  RevisionArgumentException severalStarts(RevisionArgument argument, Collection<String> heads) {
    List<String> choices =
        graph.branchNames(heads.stream().filter(graph::contains).toList()).entrySet().stream()
            .filter(entry -> argument.steps() < 0 || !graph.children(entry.getKey()).isEmpty())
            .map(entry -> branch(entry.getKey(), entry.getValue()) + "@" + steps(argument))
            .toList();
    return new RevisionArgumentException(
        "The database is at several revisions ("
            + String.join(", ", heads)
            + "), so '"
            + argument
            + "' says too little. "
            + (choices.isEmpty()
                ? "Nothing builds on any of them."
                : "Write " + String.join(" or ", choices) + "."));
  }

  /** A label, where it alone leads to this one of the applied heads; else the id of the head. */
  private String branch(String head, String name) {
    boolean alone =
        !name.equals(head) && heads(graph.lineage(names.find(name))).equals(Set.of(head));
    return alone ? name : head;
  }

  private boolean isHeadOf(String label, String head) {
    return !label.equals(head)
        && within(graph.heads(), graph.lineage(names.find(label))).equals(List.of(head));
  }

  private RevisionArgumentException severalHeads(RevisionArgument argument, List<String> heads) {
    List<String> choices = new ArrayList<>();
    graph
        .branchNames(heads)
        .forEach(
            (head, name) -> {
              RevisionHeader header = graph.require(head);
              choices.add(
                  "  "
                      + (isHeadOf(name, head) ? name + "@head" : head)
                      + "   "
                      + header.title()
                      + "  in "
                      + header.location().path());
            });
    return new RevisionArgumentException(
        "There are several heads, so `"
            + argument
            + "` says too little. Write one of these, or `heads` for all of them:\n"
            + String.join("\n", choices)
            + "\nThe goal `merge` writes a revision that joins them.");
  }
}
