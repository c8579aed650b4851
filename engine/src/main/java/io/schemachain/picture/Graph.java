package io.schemachain.picture;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Revisions to be drawn. Parents and dependencies that are not among them are drawn as not shown.
 *
 * @param nodes in the documented order, parents and dependencies first
 * @param title one line for people, such as the name of the project
 */
public record Graph(List<Node> nodes, String title) {
  /**
   * @throws IllegalArgumentException when two nodes have one id, or one stands before a node that
   *     it builds on or depends on
   */
  public Graph {
    nodes = List.copyOf(nodes);
    requireNonNull(title, "title");
    Set<String> seen = new HashSet<>();
    Set<String> notSeen = new HashSet<>();
    for (Node node : nodes) {
      for (String below : node.below()) {
        if (!seen.contains(below)) {
          notSeen.add(below);
        }
      }
      if (notSeen.contains(node.id())) {
        throw new IllegalArgumentException(node.id() + " stands behind one that needs it.");
      }
      if (!seen.add(node.id())) {
        throw new IllegalArgumentException("Two nodes have the id " + node.id() + ".");
      }
    }
  }

  List<Node> newestFirst() {
    List<Node> reversed = new ArrayList<>(nodes);
    Collections.reverse(reversed);
    return reversed;
  }

  /** {@code 3 revisions: 2 applied, 1 pending}. */
  String summary() {
    if (nodes.isEmpty()) {
      return "There are no revisions";
    }
    String all = nodes.size() == 1 ? "1 revision" : nodes.size() + " revisions";
    List<String> counts = new ArrayList<>();
    for (State state : states()) {
      if (state != State.UNKNOWN) {
        counts.add(count(state) + " " + state.word());
      }
    }
    return counts.isEmpty() ? all : all + ": " + String.join(", ", counts);
  }

  long count(State state) {
    return nodes.stream().filter(node -> node.state() == state).count();
  }

  /** Those that occur, in their order. */
  List<State> states() {
    return nodes.stream().map(Node::state).distinct().sorted().toList();
  }
}
