package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Status;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the chain branches, and how its branches are called. */
public final class Branches {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(boolean verbose, OutputFormat format) {}

  public Branches(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    RevisionGraph graph = workspace.chain().graph();
    Listing listing = new Listing(graph);
    StringBuilder text = new StringBuilder();
    List<Object> points = new ArrayList<>();
    for (String id : graph.branchPoints()) {
      RevisionHeader header = graph.require(id);
      text.append(listing.text(header, null, request.verbose()));
      List<Object> children = new ArrayList<>();
      for (String child : graph.children(id)) {
        text.append("  -> ").append(listing.text(graph.require(child), null, false));
        children.add(child);
      }
      Map<String, Object> point = new LinkedHashMap<>(listing.json(header, null));
      point.put("branches", children);
      points.add(point);
    }
    List<Object> labels = new ArrayList<>();
    for (String label : graph.labels()) {
      String id = graph.labelled(label).orElseThrow();
      List<String> heads =
          graph.withBuiltOn(List.of(id)).stream().filter(h -> graph.children(h).isEmpty()).toList();
      text.append(label)
          .append(": from ")
          .append(graph.require(id).title())
          .append(" to ")
          .append(String.join(", ", heads))
          .append('\n');
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("label", label);
      json.put("revision", id);
      json.put("heads", heads);
      labels.add(json);
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("branch_points", points);
    report.put("labels", labels);
    return new CommandResult(
        Status.OK,
        Shown.of(request.format() == OutputFormat.JSON ? Json.document(report) : text.toString()),
        points.isEmpty() ? List.of("There are no branch points.") : List.of(),
        report);
  }
}
