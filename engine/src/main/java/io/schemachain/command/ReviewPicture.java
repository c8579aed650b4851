package io.schemachain.command;

import io.schemachain.picture.Graph;
import io.schemachain.picture.Node;
import io.schemachain.picture.State;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The chain in a review: of a long one the revisions that are looked at, and what they build on.
 */
final class ReviewPicture {
  private static final int SHORT = 40;

  private final RevisionGraph graph;
  private final Set<String> reviewed;
  private final @Nullable DatabaseView view;

  /**
   * @param view of the database; null where none was asked
   */
  ReviewPicture(RevisionGraph graph, List<String> reviewed, @Nullable DatabaseView view) {
    this.graph = graph;
    this.reviewed = new HashSet<>(reviewed);
    this.view = view;
  }

  Graph graph() {
    Set<String> heads = new HashSet<>();
    if (view != null) {
      heads.addAll(view.applied().heads());
    }
    List<Node> nodes = new ArrayList<>();
    for (String id : shown(heads)) {
      RevisionHeader header = graph.require(id);
      nodes.add(
          new Node(
              id,
              header.message(),
              header.downRevisions(),
              graph.dependencies(id),
              header.branchLabels(),
              state(id),
              graph.children(id).isEmpty(),
              heads.contains(id),
              null,
              header.location().path()));
    }
    return new Graph(nodes, "Chain");
  }

  private State state(String id) {
    if (view == null) {
      return reviewed.contains(id) ? State.REVIEWED : State.UNKNOWN;
    }
    return view.applied().contains(id) ? State.APPLIED : State.PENDING;
  }

  private List<String> shown(Set<String> heads) {
    if (graph.size() <= SHORT) {
      return graph.inOrder();
    }
    Set<String> shown = new HashSet<>(reviewed);
    shown.addAll(heads);
    for (String id : reviewed) {
      shown.addAll(graph.parents(id));
      shown.addAll(graph.dependencies(id));
    }
    return graph.inOrder(shown);
  }
}
