package io.schemachain.revision;

import io.schemachain.revision.RevisionGraph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the circles among revisions of which some could not be put in order. Revisions from each of
 * which a way leads down to each other one are a knot; a knot is shown as one circle, the shortest
 * through its first revision. Takes time linear in the number of edges (Kosaraju's algorithm).
 */
final class Circles {
  private Circles() {}

  /**
   * @return one for each knot, by its first revision; each revision builds or depends on the next,
   *     and the last on the first
   */
  static List<List<Node>> find(Collection<Node> nodes) {
    List<Node> finished = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    for (Node node : nodes) {
      if (node.number < 0 && seen.add(node)) {
        finish(node, seen, finished);
      }
    }
    List<List<Node>> circles = new ArrayList<>();
    Set<Node> taken = new HashSet<>();
    for (int i = finished.size() - 1; i >= 0; i--) {
      if (taken.add(finished.get(i))) {
        List<Node> circle = circle(knot(finished.get(i), taken));
        if (!circle.isEmpty()) {
          circles.add(circle);
        }
      }
    }
    circles.sort(Comparator.comparing(circle -> circle.get(0).id()));
    return circles;
  }

  /** Adds all below a revision, and itself as the last, each after what is below it. */
  private static void finish(Node start, Set<Node> seen, List<Node> finished) {
    Deque<Node> path = new ArrayDeque<>(List.of(start));
    Deque<Iterator<Node>> open = new ArrayDeque<>(List.of(below(start).iterator()));
    while (!path.isEmpty()) {
      Iterator<Node> rest = open.getLast();
      if (!rest.hasNext()) {
        open.removeLast();
        finished.add(path.removeLast());
        continue;
      }
      Node next = rest.next();
      if (next.number < 0 && seen.add(next)) {
        path.add(next);
        open.add(below(next).iterator());
      }
    }
  }

  private static Set<Node> knot(Node start, Set<Node> taken) {
    Set<Node> knot = new HashSet<>(Set.of(start));
    Deque<Node> open = new ArrayDeque<>(knot);
    while (!open.isEmpty()) {
      Node node = open.remove();
      List<Node> above = new ArrayList<>(node.children);
      above.addAll(node.dependents);
      for (Node next : above) {
        if (next.number < 0 && taken.add(next)) {
          knot.add(next);
          open.add(next);
        }
      }
    }
    return knot;
  }

  /** From the first revision of a knot down and back to itself; empty for one that is no circle. */
  private static List<Node> circle(Set<Node> knot) {
    Node start = knot.stream().min(Comparator.comparing(Node::id)).orElseThrow();
    Map<Node, @Nullable Node> above = new HashMap<>();
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Node node = open.remove();
      for (Node below : below(node)) {
        if (below == start) {
          return path(start, node, above);
        }
        if (knot.contains(below) && !above.containsKey(below)) {
          above.put(below, node);
          open.add(below);
        }
      }
    }
    return List.of();
  }

  private static List<Node> path(Node start, Node end, Map<Node, @Nullable Node> above) {
    Deque<Node> path = new ArrayDeque<>();
    Node node = end;
    while (node != null && node != start) {
      path.addFirst(node);
      node = above.get(node);
    }
    path.addFirst(start);
    return List.copyOf(path);
  }

  private static List<Node> below(Node node) {
    List<Node> below = new ArrayList<>(node.parents);
    below.addAll(node.dependencies);
    return below;
  }
}
