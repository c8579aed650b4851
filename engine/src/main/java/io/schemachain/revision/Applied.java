package io.schemachain.revision;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is applied to a database, in the order of application, and what of it a move to another
 * place changes. Applied is a set: each revision is or is not. The rules are in format-spec {@code
 * docs/graph.md}.
 */
public final class Applied {
  private final RevisionGraph graph;
  private final List<String> ids;
  private final Set<String> set;
  private final Places places;

  private Applied(RevisionGraph graph, Collection<String> ids) {
    this.graph = requireNonNull(graph, "graph");
    this.ids = List.copyOf(ids);
    this.set = Set.copyOf(ids);
    this.places = new Places(graph, this);
  }

  /**
   * @param ids in the order of application; revisions that have no file may be among them
   */
  public static Applied of(RevisionGraph graph, Collection<String> ids) {
    return new Applied(graph, ids);
  }

  /** A database that is at a place, with everything applied in the documented order. */
  public static Applied at(RevisionGraph graph, Collection<String> place) {
    return new Applied(graph, graph.withAncestors(place));
  }

  /**
   * A change of what is applied.
   *
   * @param undone the last applied first
   * @param done parents first
   */
  public record Move(List<String> undone, List<String> done) {
    public Move {
      undone = List.copyOf(undone);
      done = List.copyOf(done);
    }
  }

  /** In the order of application. */
  public List<String> ids() {
    return ids;
  }

  public boolean contains(String id) {
    return set.contains(id);
  }

  /** Those that have a file, in the documented order. */
  List<String> known() {
    return graph.inOrder(ids);
  }

  /** Where the database is: what is applied and nothing applied builds or depends on, by id. */
  public List<String> heads() {
    return graph.headsAmong(ids);
  }

  /** For messages: {@code base}, or the heads. */
  public String position() {
    return word(heads());
  }

  /** For messages: {@code base}, or the revisions of a place. */
  public static String word(Collection<String> place) {
    return place.isEmpty() ? "base" : String.join(", ", place);
  }

  /** Revisions with an applied one above them that are not applied themselves, parents first. */
  public List<String> gaps() {
    return without(graph.withAncestors(ids), set);
  }

  /**
   * The revisions that are meant, each on its own; parents first.
   *
   * @throws RevisionArgumentException if one of them means none, or more than it can
   */
  public List<String> each(List<RevisionArgument> arguments) {
    Set<String> found = new HashSet<>();
    arguments.forEach(argument -> found.addAll(places.find(argument)));
    return graph.inOrder(found);
  }

  /**
   * The revisions that are the one place which the arguments mean together; none is base.
   *
   * @throws RevisionArgumentException if there is no such place, or more than one
   */
  public List<String> place(List<RevisionArgument> arguments) {
    Set<String> found = new LinkedHashSet<>();
    List<Set<String>> all = new ArrayList<>();
    for (RevisionArgument argument : arguments) {
      Set<String> place = places.find(argument);
      all.add(place);
      found.addAll(place);
    }
    requireNoOverlap(arguments, all);
    return graph.inOrder(found);
  }

  // Moves

  /**
   * What an upgrade runs: everything up to the targets, dependencies included, that is not applied.
   *
   * @throws RevisionArgumentException if a target cannot be one
   */
  public List<String> upgrade(List<RevisionArgument> targets) {
    for (RevisionArgument target : targets) {
      if (target.isRelative() && target.steps() < 0) {
        throw new RevisionArgumentException(
            "'" + target + "' goes down, and an upgrade goes up: write +1, or use downgrade.");
      }
    }
    return applying(place(targets));
  }

  /** These, and everything below them, as far as it is not applied; parents first. */
  public List<String> applying(Collection<String> some) {
    return without(graph.withAncestors(some), set);
  }

  /**
   * What a downgrade undoes: what builds on the targets by {@code down_revision}, and everything
   * that builds or depends on that. The last applied comes first.
   *
   * @throws RevisionArgumentException if a target cannot be one
   */
  public List<String> downgrade(List<RevisionArgument> targets) {
    Set<String> undone = new HashSet<>();
    for (RevisionArgument target : targets) {
      undone.addAll(undoneBy(target));
    }
    if (targets.size() > 1) {
      requireNoOverlap(targets, targets.stream().map(places::find).toList());
    }
    return lastFirst(undone);
  }

  /**
   * What has to be marked so that it looks as if an upgrade or a downgrade to the targets had run.
   *
   * @throws RevisionArgumentException if a target cannot be one, or two of them overlap
   */
  public Move stamp(List<RevisionArgument> targets) {
    Set<String> undone = new HashSet<>();
    Set<String> done = new LinkedHashSet<>();
    List<Set<String>> places = new ArrayList<>();
    for (RevisionArgument target : targets) {
      Set<String> place = this.places.find(target);
      places.add(place);
      boolean down = target.isRelative() ? target.steps() < 0 : set.containsAll(place);
      if (down) {
        undone.addAll(undoneBy(target));
      } else {
        done.addAll(applying(place));
      }
    }
    requireNoOverlap(targets, places);
    return new Move(lastFirst(undone), graph.inOrder(done));
  }

  private Set<String> undoneBy(RevisionArgument target) {
    @Nullable Set<String> line = places.line(target);
    if (target.isRelative()) {
      if (target.steps() > 0) {
        throw new RevisionArgumentException(
            "'" + target + "' goes up, and a downgrade goes down: write -1, or use upgrade.");
      }
      return stepsDown(target, line);
    }
    Set<String> place = places.find(target);
    for (String id : place) {
      if (!set.contains(id)) {
        throw new RevisionArgumentException(
            graph.require(id).title()
                + " is not applied, so there is no way down to it. The database is at "
                + position()
                + ".");
      }
    }
    List<String> roots = new ArrayList<>(place.isEmpty() ? places.basesBelow(target) : List.of());
    place.forEach(id -> roots.addAll(graph.children(id)));
    roots.removeIf(id -> line != null && !line.contains(id));
    return undoneWith(roots, target, line);
  }

  /** One after the other, each of which must be the only one at its time. */
  private Set<String> stepsDown(RevisionArgument target, @Nullable Set<String> line) {
    Set<String> undone = new HashSet<>();
    Applied left = this;
    for (int i = 0; i < -target.steps(); i++) {
      List<String> heads = line == null ? left.heads() : left.places.headsIn(line);
      if (heads.isEmpty()) {
        throw new RevisionArgumentException(
            "'"
                + target
                + "' goes below base: "
                + (i == 0 ? "nothing" : "no more than " + i)
                + (line == null ? " is applied." : " of the line of " + target.branch() + " is."));
      }
      if (heads.size() > 1) {
        throw i == 0 ? places.severalStarts(target, heads) : pastMerge(target, i, heads);
      }
      Set<String> now = left.undoneWith(heads, target, line);
      undone.addAll(now);
      left = new Applied(graph, without(left.ids, now));
    }
    return undone;
  }

  private RevisionArgumentException pastMerge(
      RevisionArgument target, int steps, List<String> heads) {
    return new RevisionArgumentException(
        "'"
            + target
            + "' is not clear: after "
            + (steps == 1 ? "one step" : steps + " steps")
            + " the database is at several revisions ("
            + String.join(", ", heads)
            + "). Go that far with -"
            + steps
            + ", then name a branch, such as "
            + graph.branchName(heads.get(0), heads)
            + "@-1.");
  }

  /**
   * These, as far as they are applied, and what builds or depends on them.
   *
   * @param line to which the target is held; null for none
   */
  private Set<String> undoneWith(
      Collection<String> roots, RevisionArgument target, @Nullable Set<String> line) {
    if (line != null) {
      List<String> dragged =
          graph.withBuiltOn(roots).stream()
              .filter(id -> set.contains(id) && !line.contains(id))
              .toList();
      if (!dragged.isEmpty()) {
        throw new RevisionArgumentException(
            "'"
                + target
                + "' would also undo what other branches have built on the same revisions: "
                + String.join(", ", dragged)
                + ". Name a revision above the branch point, or leave '"
                + target.branch()
                + "@' out to undo these as well.");
      }
    }
    return new HashSet<>(undoing(roots));
  }

  /** These, and everything that builds or depends on them, as far as it is applied; last first. */
  public List<String> undoing(Collection<String> some) {
    Set<String> undone = new HashSet<>(graph.descendants(some));
    undone.addAll(some);
    return lastFirst(undone);
  }

  private List<String> lastFirst(Set<String> undone) {
    List<String> found = new ArrayList<>(ids);
    found.removeIf(id -> !undone.contains(id));
    Collections.reverse(found);
    return found;
  }

  private static List<String> without(Collection<String> ids, Set<String> left) {
    return ids.stream().filter(id -> !left.contains(id)).toList();
  }

  /** No target may be on the way to another: the two would ask for different things. */
  private void requireNoOverlap(List<RevisionArgument> targets, List<Set<String>> places) {
    for (int i = 0; i < targets.size(); i++) {
      Set<String> below = new HashSet<>(graph.withAncestors(places.get(i)));
      for (int j = 0; j < targets.size(); j++) {
        Set<String> other = places.get(j);
        if (i != j
            && !other.equals(places.get(i))
            && (other.isEmpty()
                ? targets.get(j).branch() == null
                : other.stream().anyMatch(below::contains))
            && other.stream().noneMatch(places.get(i)::contains)) {
          throw new RevisionArgumentException(
              "The targets "
                  + targets.get(j)
                  + " and "
                  + targets.get(i)
                  + " overlap: "
                  + (other.isEmpty() ? "base" : word(other))
                  + " is below "
                  + word(places.get(i))
                  + ". Name one of them.");
        }
      }
    }
  }
}
