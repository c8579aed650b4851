package io.schemachain.revision;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.Suggestions;
import io.schemachain.revision.RevisionGraph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Makes a graph of headers and finds all that is wrong with it in one go: ids and labels used
 * twice, parents and dependencies that do not exist, circles. Revisions of a circle, and what
 * builds on them, are not part of the graph.
 */
final class GraphBuilder {
  private final Predicate<String> unread;
  private final Diagnostics diagnostics;
  private final Map<String, Node> byId = new TreeMap<>();
  private final Map<String, Node> byLabel = new TreeMap<>();

  /** Of which another has the id; they are no part of the graph. */
  private final List<Node> duplicates = new ArrayList<>();

  GraphBuilder(Predicate<String> unread, Diagnostics diagnostics) {
    this.unread = unread;
    this.diagnostics = diagnostics;
  }

  RevisionGraph build(Collection<RevisionHeader> headers) {
    List<RevisionHeader> sorted = new ArrayList<>(headers);
    sorted.sort(Comparator.comparing(header -> header.location().path()));
    addRevisions(sorted);
    addLabels();
    byId.values().forEach(this::addEdges);
    duplicates.forEach(this::findParents);
    duplicates.forEach(this::findDependencies);
    List<Node> order = order();
    if (order.size() < byId.size()) {
      Circles.find(byId.values()).forEach(this::report);
      byId.values().removeIf(node -> node.number < 0);
      byLabel.values().removeIf(node -> node.number < 0);
      order.forEach(GraphBuilder::forgetCircles);
    }
    return new RevisionGraph(order, new HashMap<>(byId), byLabel);
  }

  // Names

  private void addRevisions(List<RevisionHeader> headers) {
    Map<String, RevisionHeader> folded = new HashMap<>();
    for (RevisionHeader header : headers) {
      Node node = new Node(header);
      RevisionHeader other = folded.putIfAbsent(fold(header.id()), header);
      Node same = byId.putIfAbsent(header.id(), node);
      if (same != null) {
        duplicates.add(node);
        sameName(
            header,
            "The revision " + header.id() + " exists already, in " + same.header.location() + ".");
      } else if (other != null) {
        sameName(
            header,
            "The revisions "
                + header.id()
                + " and "
                + other.id()
                + " ("
                + other.location()
                + ") differ only by case.");
      }
    }
  }

  private void sameName(RevisionHeader header, String message) {
    diagnostics.error(header.location(), message, "Give one of them another id.");
  }

  private void addLabels() {
    Map<String, Node> ids = new HashMap<>();
    byId.values().forEach(node -> ids.put(fold(node.id()), node));
    Map<String, Node> folded = new HashMap<>();
    for (Node node : byId.values()) {
      for (String label : node.header.branchLabels()) {
        Node revision = ids.get(fold(label));
        Node other = folded.putIfAbsent(fold(label), node);
        if (revision != null) {
          clash(node, label, "is the id of a revision, in " + revision.header.location());
        } else if (other != null) {
          clash(node, label, "exists already, in " + locationOf(label, other));
        } else {
          byLabel.put(label, node);
        }
      }
    }
  }

  private void clash(Node node, String label, String what) {
    diagnostics.error(
        node.header.locationOfLabel(label),
        "The branch label " + label + " of " + node.id() + " " + what + ".",
        "Give it another name. Labels and ids are told apart by more than case.");
  }

  /** In whatever case it is written there. */
  private static SourceLocation locationOf(String label, Node other) {
    return other.header.branchLabels().stream()
        .filter(theirs -> fold(theirs).equals(fold(label)))
        .findFirst()
        .map(other.header::locationOfLabel)
        .orElse(other.header.location());
  }

  private static String fold(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  // Edges

  private void addEdges(Node node) {
    for (Node parent : findParents(node)) {
      node.parents.add(parent);
      parent.children.add(node);
    }
    for (Node dependency : findDependencies(node)) {
      node.dependencies.add(dependency);
      dependency.dependents.add(node);
    }
  }

  private Set<Node> findParents(Node node) {
    Set<Node> found = new LinkedHashSet<>();
    for (String id : node.header.downRevisions()) {
      Node parent = byId.get(id);
      if (parent == null) {
        missing(node, "builds on", id, byId.keySet());
      } else {
        found.add(parent);
      }
    }
    return found;
  }

  private Set<Node> findDependencies(Node node) {
    Set<Node> found = new LinkedHashSet<>();
    for (String word : node.header.dependsOn()) {
      Node dependency = byId.getOrDefault(word, byLabel.get(word));
      if (dependency == null) {
        Set<String> known = new HashSet<>(byId.keySet());
        known.addAll(byLabel.keySet());
        known.removeAll(node.header.branchLabels());
        known.remove(node.id());
        missing(node, "depends on", word, known);
      } else {
        found.add(dependency);
      }
    }
    return found;
  }

  private void missing(Node node, String how, String id, Collection<String> known) {
    node.incomplete = true;
    if (unread.test(id)) {
      return; // Its file is reported already.
    }
    diagnostics.error(
        node.header.locationOfParent(id),
        "The revision " + node.id() + " " + how + " " + id + ", which does not exist.",
        onlyLonger(id, known)
            .map(longer -> "Write it out: " + longer + ".")
            .or(() -> Suggestions.didYouMean(id, known))
            .orElse("Is its file missing here? Whoever wrote it has to add it."));
  }

  /** In files nothing is shortened. */
  private static Optional<String> onlyLonger(String id, Collection<String> known) {
    List<String> longer = known.stream().filter(other -> other.startsWith(id)).toList();
    return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
  }

  // Order

  /** Parents first; bases by id, others as the last of their parents comes. */
  private List<Node> order() {
    Map<Node, Integer> waiting = new HashMap<>();
    Deque<Node> ready = new ArrayDeque<>();
    for (Node node : byId.values()) {
      int count = node.parents.size() + node.dependencies.size();
      waiting.put(node, count);
      if (count == 0) {
        ready.add(node);
      }
    }
    List<Node> order = new ArrayList<>(byId.size());
    while (!ready.isEmpty()) {
      Node node = ready.remove();
      node.number = order.size();
      order.add(node);
      List<Node> next = new ArrayList<>();
      release(node.children, waiting, next);
      release(node.dependents, waiting, next);
      next.sort(Comparator.comparing(Node::id));
      ready.addAll(next);
    }
    return order;
  }

  private static void release(List<Node> above, Map<Node, Integer> waiting, List<Node> ready) {
    for (Node node : above) {
      if (waiting.merge(node, -1, Integer::sum) == 0) {
        ready.add(node);
      }
    }
  }

  private static void forgetCircles(Node node) {
    node.children.removeIf(child -> child.number < 0);
    node.dependents.removeIf(dependent -> dependent.number < 0);
  }

  // Circles

  /** By which word a revision names another: its id, or a label in {@code depends_on}. */
  private static String word(Node node, Node other) {
    return other.header.branchLabels().stream()
        .filter(label -> node.header.dependsOn().contains(label))
        .findFirst()
        .orElse(other.id());
  }

  private void report(List<Node> circle) {
    Node first = circle.get(0);
    SourceLocation location =
        first.header.locationOfParent(word(first, circle.get(circle.size() > 1 ? 1 : 0)));
    if (circle.size() == 1) {
      diagnostics.error(
          location,
          "The revision "
              + first.id()
              + (first.parents.contains(first) ? " builds on itself." : " depends on itself."),
          "It must name another one, or none.");
      return;
    }
    StringBuilder text = new StringBuilder("These revisions build on each other in a circle:");
    for (int i = 0; i < circle.size(); i++) {
      Node node = circle.get(i);
      Node next = circle.get((i + 1) % circle.size());
      text.append("\n  ")
          .append(node.id())
          .append(node.parents.contains(next) ? " builds on " : " depends on ")
          .append(next.id())
          .append("  in ")
          .append(node.header.location());
    }
    diagnostics.error(
        location, text.toString(), "One of them must have another down_revision or depends_on.");
  }
}
