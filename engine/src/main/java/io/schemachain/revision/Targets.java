package io.schemachain.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a target asks of a database: where it leads, and what is done and undone to get there. */
final class Targets {
  private final RevisionGraph graph;
  private final Applied applied;
  private final Places places;

  Targets(RevisionGraph graph, Applied applied) {
    this.graph = graph;
    this.applied = applied;
    this.places = new Places(graph, applied);
  }

  /**
   * What one target asks.
   *
   * @param place where the database is then, in the line of the target; empty is base
   */
  record Aim(
      RevisionArgument target,
      Set<String> place,
      Collection<String> undone,
      Collection<String> done) {}

  /**
   * What each of the targets asks.
   *
   * @throws RevisionArgumentException if a target cannot be one, or two of them overlap
   */
  List<Aim> of(List<RevisionArgument> targets, Function<RevisionArgument, Aim> reading) {
    List<Aim> aims = targets.stream().map(reading).toList();
    for (Aim high : aims.size() > 1 ? aims : List.<Aim>of()) {
      Set<String> below = Set.copyOf(graph.withAncestors(high.place));
      for (Aim low : aims) {
        requireNotBelow(low, high, below);
      }
    }
    return aims;
  }

  /** No target may be on the way to another: the two would ask for different things. */
  private void requireNotBelow(Aim low, Aim high, Set<String> below) {
    boolean overlap =
        low.place.isEmpty()
            ? places.basesAbove(low.target).stream().anyMatch(below::contains)
            : low.place.stream().anyMatch(id -> below.contains(id) && !high.place.contains(id));
    if (overlap) {
      String branch = low.target.branch();
      throw new RevisionArgumentException(
          "The targets "
              + low.target
              + " and "
              + high.target
              + " overlap: "
              + Applied.word(low.place)
              + (low.place.isEmpty() && branch != null ? " of " + branch : "")
              + " is below "
              + Applied.word(high.place)
              + ". Name one of them.");
    }
  }

  /** Only the place. */
  Aim at(RevisionArgument target) {
    return new Aim(target, places.find(target), Set.of(), Set.of());
  }

  Aim up(RevisionArgument target) {
    if (target.isRelative() && target.steps() < 0) {
      throw new RevisionArgumentException(
          "'" + target + "' goes down, and an upgrade goes up: write +1, or use downgrade.");
    }
    Set<String> place = places.find(target);
    return new Aim(target, place, Set.of(), applied.applying(place));
  }

  /** Down where the target is applied, else up. */
  Aim mark(RevisionArgument target) {
    boolean down =
        target.isRelative()
            ? target.steps() < 0
            : places.find(target).stream().allMatch(applied::contains);
    return down ? down(target) : up(target);
  }

  // Down

  Aim down(RevisionArgument target) {
    @Nullable Set<String> line = places.line(target);
    if (target.isRelative()) {
      return stepsDown(target, line);
    }
    Set<String> place = places.find(target);
    for (String id : place) {
      if (!applied.contains(id)) {
        throw new RevisionArgumentException(
            graph.require(id).title()
                + " is not applied, so there is no way down to it. The database is at "
                + applied.position()
                + ".");
      }
    }
    Set<String> roots = new HashSet<>(place.isEmpty() ? places.basesAbove(target) : Set.of());
    place.stream().filter(graph::contains).forEach(id -> roots.addAll(graph.children(id)));
    roots.removeIf(id -> line != null && !line.contains(id));
    if (line != null) {
      requireWithin(line, graph.withBuiltOn(roots), Set.of(), target);
    }
    return new Aim(target, place, applied.undoing(roots), Set.of());
  }

  /** One after the other, each of which must be the only one at its time. */
  private Aim stepsDown(RevisionArgument target, @Nullable Set<String> line) {
    if (target.steps() > 0) {
      throw new RevisionArgumentException(
          "'" + target + "' goes up, and a downgrade goes down: write -1, or use upgrade.");
    }
    Set<String> undone = new HashSet<>();
    // What the steps before have come by is not walked through again.
    Set<String> builtOn = new HashSet<>();
    Set<String> above = new HashSet<>();
    Set<String> heads = new TreeSet<>(places.heads(line));
    for (int i = 0; i < -target.steps(); i++) {
      requireOne(heads, target, i);
      if (line != null) {
        requireWithin(line, walkUp(heads, graph::children, builtOn), undone, target);
      }
      List<String> now = walkUp(heads, graph::above, above);
      now.removeIf(id -> !applied.contains(id));
      undone.addAll(now);
      heads.clear();
      now.forEach(id -> heads.addAll(appliedFrom(graph.parents(id), graph::parents, undone, line)));
      heads.removeIf(id -> !isHead(id, undone, line));
    }
    return new Aim(target, heads, undone, Set.of());
  }

  /** These and all above them that was not seen yet, and is then. */
  private static List<String> walkUp(
      Set<String> from, Function<String, List<String>> edges, Set<String> seen) {
    List<String> found = new ArrayList<>(from);
    seen.addAll(from);
    for (int i = 0; i < found.size(); i++) {
      edges.apply(found.get(i)).stream().filter(seen::add).forEach(found::add);
    }
    return found;
  }

  private boolean isHead(String id, Set<String> undone, @Nullable Set<String> line) {
    Function<String, List<String>> edges = line == null ? graph::above : graph::children;
    return appliedFrom(edges.apply(id), edges, undone, line).isEmpty();
  }

  /** The nearest that are left, past revisions that were never applied: gaps. */
  private Set<String> appliedFrom(
      List<String> start,
      Function<String, List<String>> edges,
      Set<String> undone,
      @Nullable Set<String> line) {
    Set<String> found = new HashSet<>();
    List<String> open = new ArrayList<>(start);
    Set<String> seen = new HashSet<>(start);
    for (int i = 0; i < open.size(); i++) {
      String id = open.get(i);
      if (isLeft(id, undone, line)) {
        found.add(id);
      } else if (!applied.contains(id)) {
        edges.apply(id).stream().filter(seen::add).forEach(open::add);
      }
    }
    return found;
  }

  private boolean isLeft(String id, Set<String> undone, @Nullable Set<String> line) {
    return applied.contains(id) && !undone.contains(id) && (line == null || line.contains(id));
  }

  private void requireOne(Set<String> heads, RevisionArgument target, int steps) {
    if (heads.isEmpty()) {
      throw new RevisionArgumentException(
          "'"
              + target
              + "' goes below base: "
              + (steps == 0 ? "nothing" : "no more than " + steps)
              + (target.branch() == null
                  ? " is applied."
                  : " of the line of " + target.branch() + " is applied."));
    }
    if (heads.size() > 1) {
      throw steps == 0 ? places.severalStarts(target, heads) : pastMerge(heads, target, steps);
    }
  }

  private RevisionArgumentException pastMerge(
      Set<String> heads, RevisionArgument target, int steps) {
    return new RevisionArgumentException(
        "'"
            + target
            + "' is not clear: after "
            + (steps == 1 ? "one step" : steps + " steps")
            + " the database is at several revisions ("
            + String.join(", ", heads)
            + "). Go that far with "
            + (target.branch() == null ? "" : target.branch() + "@")
            + "-"
            + steps
            + ", then name a branch, such as "
            + graph.branchNames(heads).values().iterator().next()
            + "@-1.");
  }

  /**
   * What is held to a line leaves alone what other branches have built on the same revisions.
   *
   * @param builtOn the revisions that are undone, and what builds on them
   */
  private void requireWithin(
      Set<String> line, List<String> builtOn, Set<String> undone, RevisionArgument target) {
    List<String> dragged =
        builtOn.stream()
            .filter(id -> applied.contains(id) && !undone.contains(id) && !line.contains(id))
            .toList();
    if (!dragged.isEmpty()) {
      throw new RevisionArgumentException(
          "'"
              + target
              + "' would also undo what other branches have built on the same revisions: "
              + String.join(", ", dragged)
              + ". Undo these first, or name a revision above the branch point.");
    }
  }
}
