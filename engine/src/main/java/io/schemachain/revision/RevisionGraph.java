package io.schemachain.revision;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.Suggestions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Revisions and who builds on whom. Ids in, ids out; no files and no database. */
public final class RevisionGraph {
  private final Map<String, RevisionHeader> revisions;
  private final Map<String, List<String>> children;
  private final List<String> order;

  private RevisionGraph(
      Map<String, RevisionHeader> revisions,
      Map<String, List<String>> children,
      List<String> order) {
    this.revisions = revisions;
    this.children = children;
    this.order = order;
  }

  /**
   * Builds the graph and reports everything that is wrong with it: ids used twice, parents that do
   * not exist, cycles. What is wrong is left out.
   */
  public static RevisionGraph of(Collection<RevisionHeader> headers, Diagnostics diagnostics) {
    return of(headers, id -> false, diagnostics);
  }

  /**
   * The same where not all files could be read.
   *
   * @param unread whether a revision may be in a file that could not be read: of such a parent it
   *     is not said that it does not exist
   */
  public static RevisionGraph of(
      Collection<RevisionHeader> headers, Predicate<String> unread, Diagnostics diagnostics) {
    Map<String, RevisionHeader> byId = new TreeMap<>();
    Map<String, RevisionHeader> folded = new HashMap<>();
    List<RevisionHeader> sorted = new ArrayList<>(headers);
    sorted.sort(Comparator.comparing(header -> header.location().path()));
    for (RevisionHeader header : sorted) {
      RevisionHeader other = folded.putIfAbsent(fold(header.id()), header);
      if (other == null) {
        byId.put(header.id(), header);
      } else {
        diagnostics.error(
            header.location(),
            other.id().equals(header.id())
                ? "The revision " + header.id() + " exists already, in " + other.location() + "."
                : "The revisions "
                    + header.id()
                    + " and "
                    + other.id()
                    + " ("
                    + other.location()
                    + ") differ only by case.",
            "Give one of them another id.");
      }
    }
    Map<String, List<String>> children = new HashMap<>();
    for (RevisionHeader header : byId.values()) {
      for (String parent : parentsOf(header)) {
        if (!byId.containsKey(parent) && !unread.test(parent)) {
          diagnostics.error(
              header.locationOfParent(parent),
              "The revision " + header.id() + " builds on " + parent + ", which does not exist.",
              Suggestions.didYouMean(parent, byId.keySet()).orElse(null));
        }
      }
      for (String parent : header.downRevisions()) {
        children.computeIfAbsent(parent, key -> new ArrayList<>()).add(header.id());
      }
    }
    List<String> order = topological(byId, diagnostics);
    return new RevisionGraph(byId, children, order);
  }

  private static String fold(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  /** What a revision builds on, by down_revision or depends_on; nothing for one without a file. */
  List<String> parents(String id) {
    return find(id).map(RevisionGraph::parentsOf).orElse(List.of());
  }

  private static List<String> parentsOf(RevisionHeader header) {
    List<String> parents = new ArrayList<>(header.downRevisions());
    parents.addAll(header.dependsOn());
    return parents;
  }

  /**
   * Parents first; bases by id, others as their parents come. Revisions in a cycle, and what builds
   * on them, are left out.
   */
  private static List<String> topological(
      Map<String, RevisionHeader> byId, Diagnostics diagnostics) {
    Map<String, Integer> waiting = new HashMap<>();
    Map<String, List<String>> dependants = new HashMap<>();
    Deque<String> ready = new ArrayDeque<>();
    for (RevisionHeader header : byId.values()) {
      int count = 0;
      for (String parent : new LinkedHashSet<>(parentsOf(header))) {
        if (byId.containsKey(parent)) {
          count++;
          dependants.computeIfAbsent(parent, key -> new ArrayList<>()).add(header.id());
        }
      }
      waiting.put(header.id(), count);
      if (count == 0) {
        ready.add(header.id());
      }
    }
    List<String> order = new ArrayList<>(byId.size());
    while (!ready.isEmpty()) {
      String id = ready.remove();
      order.add(id);
      for (String dependant : dependants.getOrDefault(id, List.of())) {
        if (waiting.merge(dependant, -1, Integer::sum) == 0) {
          ready.add(dependant);
        }
      }
    }
    if (order.size() < byId.size()) {
      reportCycle(byId, order, diagnostics);
    }
    return order;
  }

  private static void reportCycle(
      Map<String, RevisionHeader> byId, List<String> order, Diagnostics diagnostics) {
    Set<String> sorted = new HashSet<>(order);
    String start =
        byId.keySet().stream().filter(id -> !sorted.contains(id)).findFirst().orElseThrow();
    Set<String> path = new LinkedHashSet<>();
    String id = start;
    while (path.add(id)) {
      id =
          parentsOf(requireNonNull(byId.get(id))).stream()
              .filter(parent -> byId.containsKey(parent) && !sorted.contains(parent))
              .findFirst()
              .orElseThrow();
    }
    List<String> cycle = new ArrayList<>(path);
    cycle = cycle.subList(cycle.indexOf(id), cycle.size());
    String parent = cycle.get(cycle.size() == 1 ? 0 : 1);
    SourceLocation location = requireNonNull(byId.get(id)).locationOfParent(parent);
    diagnostics.error(
        location,
        cycle.size() == 1
            ? "The revision " + id + " builds on itself."
            : "These revisions build on each other in a circle: "
                + String.join(" on ", cycle)
                + " on "
                + id
                + ".",
        "One of them must have another down_revision.");
  }

  public boolean isEmpty() {
    return revisions.isEmpty();
  }

  public Optional<RevisionHeader> find(String id) {
    return Optional.ofNullable(revisions.get(id));
  }

  public RevisionHeader require(String id) {
    return requireNonNull(revisions.get(id), id);
  }

  /** All ids, in the order of their text. */
  public Collection<String> ids() {
    return revisions.keySet();
  }

  /** All ids, parents before children. */
  public List<String> inOrder() {
    return order;
  }

  /** Revisions on which no other builds. */
  public List<String> heads() {
    return revisions.keySet().stream().filter(id -> children(id).isEmpty()).toList();
  }

  /** Revisions that build on this one. */
  public List<String> children(String id) {
    return children.getOrDefault(id, List.of());
  }

  /** What must be applied for these to be: themselves, their ancestors and their dependencies. */
  public Set<String> withAncestors(Collection<String> ids) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      String id = open.remove();
      RevisionHeader header = revisions.get(id);
      if (header != null && found.add(id)) {
        open.addAll(parentsOf(header));
      }
    }
    return found;
  }

  /** The revisions of a set on which no other of the set builds, by down_revision or depends_on. */
  public List<String> headsAmong(Collection<String> ids) {
    return position(ids).heads();
  }

  /** Where a database is to which these revisions, and no others, are applied. */
  public Position position(Collection<String> applied) {
    return new Position(this, applied);
  }

  /** All that builds on one of these, directly or not, themselves left out. */
  public Set<String> descendants(Collection<String> ids) {
    Map<String, List<String>> dependants = new LinkedHashMap<>();
    for (RevisionHeader header : revisions.values()) {
      for (String parent : parentsOf(header)) {
        dependants.computeIfAbsent(parent, key -> new ArrayList<>()).add(header.id());
      }
    }
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      for (String dependant : dependants.getOrDefault(open.remove(), List.of())) {
        if (found.add(dependant)) {
          open.add(dependant);
        }
      }
    }
    return found;
  }
}
