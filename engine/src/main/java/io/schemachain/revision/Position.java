package io.schemachain.revision;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What of a graph is applied. Moves one revision at a time and knows the heads at every moment. */
public final class Position {
  private final RevisionGraph graph;
  private final Set<String> applied = new HashSet<>();
  private final Map<String, Integer> builtOn = new HashMap<>();
  private final TreeSet<String> heads = new TreeSet<>();

  Position(RevisionGraph graph, Collection<String> applied) {
    this.graph = requireNonNull(graph, "graph");
    applied.forEach(this::add);
  }

  /** Nothing changes if it is applied already. */
  public void add(String id) {
    if (!applied.add(id)) {
      return;
    }
    for (String parent : graph.parents(id)) {
      builtOn.merge(parent, 1, Integer::sum);
      heads.remove(parent);
    }
    if (!builtOn.containsKey(id)) {
      heads.add(id);
    }
  }

  /** Nothing changes if it is not applied. */
  public void remove(String id) {
    if (!applied.remove(id)) {
      return;
    }
    heads.remove(id);
    for (String parent : graph.parents(id)) {
      builtOn.merge(parent, -1, Integer::sum);
      if (builtOn.remove(parent, 0) && applied.contains(parent)) {
        heads.add(parent);
      }
    }
  }

  /** How many revisions are applied. */
  public int size() {
    return applied.size();
  }

  /** The applied revisions on which no other builds, by down_revision or depends_on, by id. */
  public List<String> heads() {
    return List.copyOf(heads);
  }
}
