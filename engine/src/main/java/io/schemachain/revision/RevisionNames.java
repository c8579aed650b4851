package io.schemachain.revision;

import io.schemachain.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the revision that an id, a label or the start of one means. */
final class RevisionNames {
  /** So that a number of steps whose sign was forgotten is no id. */
  private static final int LEAST_PREFIX = 4;

  private final RevisionGraph graph;

  RevisionNames(RevisionGraph graph) {
    this.graph = graph;
  }

  /**
   * The id that is meant: an id or a label that is the whole text, else the only one that starts
   * with it.
   *
   * @throws RevisionArgumentException if there is none, or more than one
   */
  String find(String name) {
    return find(name, graph.inOrder(), graph.labels(), "");
  }

  /**
   * The same among the revisions of a line; {@code where} ends the message: {@code in branch x}.
   */
  String find(String name, Set<String> line, String branch) {
    if (graph.contains(name) || graph.labelled(name).isPresent()) {
      String id = find(name);
      if (!line.contains(id)) {
        throw new RevisionArgumentException(
            "The revision " + id + " is not in the line of " + branch + ".");
      }
      return id;
    }
    List<String> labels =
        graph.labels().stream().filter(label -> line.contains(labelled(label))).toList();
    return find(name, line, labels, " in the line of " + branch);
  }

  private String labelled(String label) {
    return graph.labelled(label).orElseThrow();
  }

  private String find(
      String name, Collection<String> ids, Collection<String> labels, String where) {
    if (graph.contains(name)) {
      return name;
    }
    if (graph.labelled(name).isPresent()) {
      return labelled(name);
    }
    if (name.length() < LEAST_PREFIX) {
      throw new RevisionArgumentException(
          "There is no revision or branch label "
              + name
              + where
              + ", and the start of one has at least "
              + LEAST_PREFIX
              + " characters. For steps write +1 or -1.");
    }
    Set<String> candidates = new TreeSet<>();
    ids.stream().filter(id -> id.startsWith(name)).forEach(candidates::add);
    labels.stream()
        .filter(label -> label.startsWith(name))
        .forEach(l -> candidates.add(labelled(l)));
    if (candidates.size() > 1) {
      throw several(name, where, candidates);
    }
    return candidates.stream().findFirst().orElseThrow(() -> unknown(name, where, ids, labels));
  }

  private static RevisionArgumentException unknown(
      String name, String where, Collection<String> ids, Collection<String> labels) {
    List<String> known = new ArrayList<>(ids);
    known.addAll(labels);
    return new RevisionArgumentException(
        "There is no revision or branch label "
            + name
            + where
            + "."
            + Suggestions.didYouMean(name, known).map(s -> " " + s).orElse(""));
  }

  private RevisionArgumentException several(
      String name, String where, Collection<String> candidates) {
    StringBuilder lines = new StringBuilder();
    for (String id : candidates) {
      RevisionHeader header = graph.require(id);
      lines.append("\n  ").append(header.title());
      if (!header.branchLabels().isEmpty()) {
        lines.append("  [").append(String.join(", ", header.branchLabels())).append(']');
      }
      lines.append("  in ").append(header.location().path());
    }
    return new RevisionArgumentException(
        "Several revisions"
            + where
            + " start with "
            + name
            + ", or have a label that does:"
            + lines
            + "\nWrite more of it.");
  }
}
