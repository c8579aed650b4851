package io.schemachain.revision;

import io.schemachain.revision.RevisionGraph.Node;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * See {@link RevisionGraph#branchNames}; for all heads together linear in the size of the graph.
 */
final class BranchNames {
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  /** For each revision the number of the only one of the heads that it is below. */
  private final int[] above;

  BranchNames(List<Node> order, Collection<Node> heads) {
    above = new int[order.size()];
    Arrays.fill(above, NONE);
    heads.forEach(head -> above[head.number] = head.number);
    for (int i = above.length - 1; i >= 0; i--) {
      for (Node child : order.get(i).children) {
        above[i] = joined(above[i], above[child.number]);
      }
    }
  }

  private static int joined(int one, int other) {
    if (one == NONE || one == other) {
      return other;
    }
    return other == NONE ? one : SEVERAL;
  }

  String name(Node head) {
    Deque<Node> open = new ArrayDeque<>(List.of(head));
    BitSet seen = new BitSet(above.length);
    while (!open.isEmpty()) {
      Node node = open.remove();
      if (above[node.number] != head.number) {
        continue;
      }
      if (!node.header.branchLabels().isEmpty()) {
        return node.header.branchLabels().get(0);
      }
      for (Node parent : node.parents) {
        if (!seen.get(parent.number)) {
          seen.set(parent.number);
          open.add(parent);
        }
      }
    }
    return head.id();
  }
}
