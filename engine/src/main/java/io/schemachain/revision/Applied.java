package io.schemachain.revision;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is applied to a database, in the order of application, and what of it a move to another
 * place changes. Applied is a set: each revision is or is not. The rules are in format-spec {@code
 * docs/graph.md}.
 */
public final class Applied {
  private final RevisionGraph graph;
  private final List<String> ids;
  private final Set<String> set;

  private Applied(RevisionGraph graph, Collection<String> ids) {
    this.graph = requireNonNull(graph, "graph");
    this.set = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
    this.ids = List.copyOf(set);
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

  RevisionGraph graph() {
    return graph;
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
    Places places = new Places(graph, this);
    arguments.forEach(argument -> found.addAll(places.find(argument)));
    return graph.inOrder(found);
  }

  /**
   * The revisions that are the one place which the arguments mean together; none is base.
   *
   * @throws RevisionArgumentException if there is no such place, or more than one
   */
  public List<String> place(List<RevisionArgument> arguments) {
    Targets reader = new Targets(graph, this);
    List<Targets.Aim> all = reader.of(arguments, reader::at);
    Set<String> found = new LinkedHashSet<>();
    all.forEach(aim -> found.addAll(aim.place()));
    return graph.inOrder(found);
  }

  /** What is applied after a move. */
  public Applied after(Move move) {
    Set<String> left = new LinkedHashSet<>(ids);
    move.undone().forEach(left::remove);
    left.addAll(move.done());
    return new Applied(graph, left);
  }

  // Moves

  /**
   * What an upgrade runs: everything up to the targets, dependencies included, that is not applied.
   *
   * @throws RevisionArgumentException if a target cannot be one
   */
  public List<String> upgrade(List<RevisionArgument> targets) {
    Targets reader = new Targets(graph, this);
    return move(reader.of(targets, reader::up)).done();
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
    Targets reader = new Targets(graph, this);
    return move(reader.of(targets, reader::down)).undone();
  }

  /**
   * What has to be marked so that it looks as if an upgrade or a downgrade to the targets had run.
   *
   * @throws RevisionArgumentException if a target cannot be one, or two of them overlap
   */
  public Move stamp(List<RevisionArgument> targets) {
    Targets reader = new Targets(graph, this);
    return move(reader.of(targets, reader::mark));
  }

  private Move move(List<Targets.Aim> aims) {
    Set<String> undone = new HashSet<>();
    Set<String> done = new HashSet<>();
    for (Targets.Aim aim : aims) {
      undone.addAll(aim.undone());
      done.addAll(aim.done());
    }
    return new Move(lastFirst(undone), graph.inOrder(done));
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
}
