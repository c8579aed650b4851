package io.schemachain.command;

import io.schemachain.apply.AppliedRevision;
import io.schemachain.picture.Graph;
import io.schemachain.picture.HtmlPicture;
import io.schemachain.picture.MermaidPicture;
import io.schemachain.picture.Node;
import io.schemachain.picture.State;
import io.schemachain.picture.SvgPicture;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws the history. */
final class HistoryPicture {
  private static final String TITLE = "Schema history";

  private HistoryPicture() {}

  /**
   * @param ids what to draw, parents first
   * @param heads where the database is
   * @param asked whether a database was asked
   * @param rows of the version table, by id
   * @param messages takes what there is to say about the picture
   */
  static String draw(
      OutputFormat format,
      RevisionGraph graph,
      List<String> ids,
      List<AppliedRevision> heads,
      boolean asked,
      Map<String, AppliedRevision> rows,
      List<String> messages) {
    Set<String> current = new HashSet<>();
    heads.forEach(head -> current.add(head.id()));
    List<Node> nodes = new ArrayList<>();
    for (String id : ids) {
      RevisionHeader header = graph.require(id);
      AppliedRevision row = rows.get(id);
      nodes.add(
          new Node(
              id,
              header.message(),
              header.downRevisions(),
              graph.dependencies(id),
              header.branchLabels(),
              !asked ? State.UNKNOWN : row == null ? State.PENDING : State.APPLIED,
              graph.children(id).isEmpty(),
              current.contains(id),
              row == null ? null : row.appliedAt() + "Z",
              header.location().path()));
    }
    rows.values().stream()
        .filter(row -> !graph.contains(row.id()))
        .forEach(row -> nodes.add(withoutFile(row, current.contains(row.id()))));
    Graph picture = new Graph(nodes, TITLE);
    return switch (format) {
      case MERMAID -> {
        MermaidPicture.tooLarge(picture).ifPresent(messages::add);
        yield MermaidPicture.of(picture);
      }
      case SVG -> SvgPicture.of(picture);
      case HTML -> HtmlPicture.of(picture);
      case TEXT, JSON -> throw new IllegalArgumentException(format + " is no picture");
    };
  }

  /** A row says which revisions its own builds on, and nothing of dependencies. */
  private static Node withoutFile(AppliedRevision row, boolean current) {
    List<String> parents =
        row.parents() == null ? List.of() : Arrays.asList(row.parents().split(","));
    return new Node(
        row.id(),
        row.message(),
        parents,
        List.of(),
        List.of(),
        State.NO_FILE,
        current,
        current,
        row.appliedAt() + "Z",
        "");
  }
}
