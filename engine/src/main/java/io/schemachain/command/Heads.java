package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Status;
import io.schemachain.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The revisions on which nothing builds. */
public final class Heads {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(boolean verbose, OutputFormat format) {}

  public Heads(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    RevisionGraph graph = workspace.chain().graph();
    Listing listing = new Listing(graph);
    List<Object> json = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String id : graph.heads()) {
      text.append(listing.text(graph.require(id), null, request.verbose()));
      json.add(listing.json(graph.require(id), null));
    }
    Map<String, Object> report = Map.of("heads", json);
    return new CommandResult(
        Status.OK,
        Shown.of(request.format() == OutputFormat.JSON ? Json.document(report) : text.toString()),
        json.isEmpty() ? List.of("There are no revisions.") : List.of(),
        report);
  }
}
