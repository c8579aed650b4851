package io.schemachain.revision;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Revisions, who builds on whom and who depends on whom. Ids in, ids out; no files and no database.
 * Every method takes time linear in what it looks at, and gives ids in the documented order:
 * parents before children, see format-spec {@code docs/graph.md}.
 */
public final class RevisionGraph {
  private final List<Node> order;
  private final Map<String, Node> byId;
  private final Map<String, Node> byLabel;
  private final List<String> ids;

  RevisionGraph(List<Node> order, Map<String, Node> byId, Map<String, Node> byLabel) {
    this.order = order;
    this.byId = byId;
    this.byLabel = byLabel;
    this.ids = Collections.unmodifiableList(ids(order));
  }

  /** A revision and its edges, those of the graph alone. */
  static final class Node {
    final RevisionHeader header;
    final List<Node> parents = new ArrayList<>(1);
    final List<Node> dependencies = new ArrayList<>(0);
    final List<Node> children = new ArrayList<>(1);
    final List<Node> dependents = new ArrayList<>(0);

    /** Whether something it builds or depends on is not in the graph. */
    boolean incomplete;

    /** The place in the documented order. */
    int number = -1;

    Node(RevisionHeader header) {
      this.header = header;
    }

    String id() {
      return header.id();
    }

    boolean isRealHead() {
      return children.isEmpty() && dependents.isEmpty();
    }
  }

  /**
   * Builds the graph and reports everything that is wrong with it, see {@link GraphBuilder}. What
   * is wrong is left out.
   */
  public static RevisionGraph of(Collection<RevisionHeader> headers, Diagnostics diagnostics) {
    return of(headers, id -> false, diagnostics);
  }

  /**
   * The same where not all files could be read.
   *
   * @param unread whether a revision or a label may be in a file that could not be read: of such a
   *     parent it is not said that it does not exist
   */
  public static RevisionGraph of(
      Collection<RevisionHeader> headers, Predicate<String> unread, Diagnostics diagnostics) {
    return new GraphBuilder(unread, diagnostics).build(headers);
  }

  // Single revisions

  public boolean isEmpty() {
    return order.isEmpty();
  }

  /** How many revisions there are. */
  public int size() {
    return order.size();
  }

  public Optional<RevisionHeader> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(node -> node.header);
  }

  public boolean contains(String id) {
    return byId.containsKey(id);
  }

  public RevisionHeader require(String id) {
    return node(id).header;
  }

  private Node node(String id) {
    return requireNonNull(byId.get(id), id);
  }

  /** The revision that has a branch label; nothing when there is no such label. */
  public Optional<String> labelled(String label) {
    return Optional.ofNullable(byLabel.get(label)).map(Node::id);
  }

  /** All branch labels. */
  public Collection<String> labels() {
    return Collections.unmodifiableSet(byLabel.keySet());
  }

  /** All ids, parents before children. */
  public List<String> inOrder() {
    return ids;
  }

  /**
   * What a revision builds on and what it depends on, each once; nothing for one without a file.
   */
  public List<String> parents(String id) {
    Node node = byId.get(id);
    return node == null ? List.of() : ids(joined(node.parents, node.dependencies));
  }

  /** The revisions that a revision's {@code depends_on} names, labels resolved. */
  public List<String> dependencies(String id) {
    return ids(node(id).dependencies);
  }

  /** Revisions that build on this one by {@code down_revision}. */
  public List<String> children(String id) {
    return ids(node(id).children);
  }

  /** Revisions that build on this one or depend on it, each once; none for one without a file. */
  List<String> above(String id) {
    Node node = byId.get(id);
    return node == null ? List.of() : ids(joined(node.children, node.dependents));
  }

  private static Collection<Node> joined(List<Node> one, List<Node> other) {
    if (other.isEmpty()) {
      return one;
    }
    Set<Node> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }

  // The whole graph

  /** Revisions that build on nothing. */
  public List<String> bases() {
    return ids(order.stream().filter(node -> node.parents.isEmpty()).toList());
  }

  /** Revisions on which no other builds. Another may depend on one of them. */
  public List<String> heads() {
    return ids(order.stream().filter(node -> node.children.isEmpty()).toList());
  }

  /** Heads on which no other revision depends: with them everything is applied. */
  public List<String> realHeads() {
    return ids(order.stream().filter(Node::isRealHead).toList());
  }

  /** Whether no other builds or depends on it. */
  public boolean isRealHead(String id) {
    return node(id).isRealHead();
  }

  /** Revisions on which several others build. */
  public List<String> branchPoints() {
    return ids(order.stream().filter(node -> node.children.size() > 1).toList());
  }

  /** Revisions that build or depend on something that is not in the graph. */
  public List<String> incomplete() {
    return ids(order.stream().filter(node -> node.incomplete).toList());
  }

  // Sets of revisions

  /** These in the documented order; those without a file are left out. */
  public List<String> inOrder(Collection<String> some) {
    BitSet numbers = new BitSet(order.size());
    for (String id : some) {
      Node node = byId.get(id);
      if (node != null) {
        numbers.set(node.number);
      }
    }
    return ids(numbers);
  }

  /** What must be applied for these to be: themselves, their ancestors and their dependencies. */
  public List<String> withAncestors(Collection<String> some) {
    return ids(reach(some, true, node -> node.parents, node -> node.dependencies));
  }

  /** All that builds or depends on one of these, directly or not; themselves left out. */
  public List<String> descendants(Collection<String> some) {
    return ids(reach(some, false, node -> node.children, node -> node.dependents));
  }

  /** These, and all that builds on them by {@code down_revision}, directly or not. */
  public List<String> withBuiltOn(Collection<String> some) {
    return ids(reach(some, true, node -> node.children));
  }

  /**
   * The line of a revision: itself, what it builds on and what builds on it, by {@code
   * down_revision} alone, directly or not.
   */
  public Set<String> lineage(String id) {
    BitSet line = reach(List.of(id), true, node -> node.parents);
    line.or(reach(List.of(id), true, node -> node.children));
    return Set.copyOf(ids(line));
  }

  /** The revisions of a set that are not below another of it, by id; those without a file too. */
  public List<String> headsAmong(Collection<String> some) {
    return headsAmong(some, node -> node.parents, node -> node.dependencies);
  }

  /** The same by {@code down_revision} alone. */
  List<String> headsOfLine(Collection<String> some) {
    return headsAmong(some, node -> node.parents);
  }

  @SafeVarargs
  private List<String> headsAmong(Collection<String> some, Function<Node, List<Node>>... edges) {
    BitSet below = reach(some, false, edges);
    return some.stream()
        .filter(id -> !contains(id) || !below.get(node(id).number))
        .sorted()
        .distinct()
        .toList();
  }

  /** Where a database is to which these revisions, and no others, are applied. */
  public Position position(Collection<String> applied) {
    return new Position(this, applied);
  }

  /**
   * How the branches of heads are called in front of {@code @}: the nearest label on the way down
   * from a head that no other of the heads has below it, else the id of the head.
   *
   * @return by head, in their order
   */
  public Map<String, String> branchNames(Collection<String> heads) {
    Map<String, String> found = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (String head : heads) {
      found.put(head, head);
      if (byId.containsKey(head)) {
        nodes.add(node(head));
      }
    }
    BranchNames names = new BranchNames(order, nodes);
    nodes.forEach(node -> found.put(node.id(), names.name(node)));
    return found;
  }

  @SafeVarargs
  private BitSet reach(
      Collection<String> from, boolean included, Function<Node, List<Node>>... edges) {
    BitSet found = new BitSet(order.size());
    Deque<Node> open = new ArrayDeque<>();
    for (String id : from) {
      Node node = byId.get(id);
      if (node != null) {
        open.add(node);
        if (included) {
          found.set(node.number);
        }
      }
    }
    while (!open.isEmpty()) {
      Node node = open.remove();
      for (Function<Node, List<Node>> edge : edges) {
        for (Node next : edge.apply(node)) {
          if (!found.get(next.number)) {
            found.set(next.number);
            open.add(next);
          }
        }
      }
    }
    return found;
  }

  private List<String> ids(BitSet numbers) {
    List<String> found = new ArrayList<>(numbers.cardinality());
    for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
      found.add(ids.get(i));
    }
    return found;
  }

  private static List<String> ids(Collection<Node> nodes) {
    List<String> found = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      found.add(node.id());
    }
    return found;
  }
}
