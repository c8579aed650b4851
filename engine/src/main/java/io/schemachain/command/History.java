package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.AppliedRevision;
import io.schemachain.apply.ConnectionFailedException;
import io.schemachain.apply.Database;
import io.schemachain.diagnostic.Status;
import io.schemachain.revision.Applied;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The revisions, newest first; those that are applied are marked when a database is given. */
public final class History {
  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param range {@code from:to}, both included, either may be left out; null is everything
   */
  public record Request(@Nullable String range, boolean verbose, OutputFormat format) {}

  public History(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    Chain chain = workspace.chain();
    RevisionGraph graph = chain.graph();
    List<String> order =
        request.range() == null
            ? graph.inOrder()
            : new LookPlaces(workspace).range(request.range(), "history");
    List<String> ids = new ArrayList<>(order);
    List<String> messages = new ArrayList<>();
    Optional<List<AppliedRevision>> rows = rows(chain, messages);
    if (ids.isEmpty()) {
      messages.add(
          "There are no revisions"
              + (request.range() == null ? "." : " in the range " + request.range() + "."));
    }
    Map<String, AppliedRevision> byId = new LinkedHashMap<>();
    rows.ifPresent(found -> found.forEach(row -> byId.put(row.id(), row)));
    List<AppliedRevision> unknown =
        byId.values().stream().filter(row -> !graph.contains(row.id())).toList();
    if (!unknown.isEmpty()) {
      messages.add(
          "Applied, and without a file here:\n"
              + unknown.stream().map(DatabaseView::line).collect(Collectors.joining("\n")));
    }
    Applied applied = rows.isEmpty() ? null : Applied.of(graph, byId.keySet());
    List<AppliedRevision> heads =
        applied == null
            ? List.of()
            : DatabaseView.heads(List.copyOf(byId.values()), applied, graph);
    Listing listing = new Listing(graph, applied, heads);
    List<Object> json = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Collections.reverse(ids);
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      List<String> below = i + 1 < ids.size() ? List.of(ids.get(i + 1)) : List.of();
      RevisionHeader header = graph.require(id);
      text.append(listing.text(header, byId.get(id), request.verbose(), below));
      json.add(listing.json(header, byId.get(id)));
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("revisions", json);
    report.put("without_file", unknown.stream().map(Listing::withoutFile).toList());
    String output =
        switch (request.format()) {
          case TEXT -> text.toString();
          case JSON -> Json.document(report);
          case MERMAID, SVG, HTML ->
              HistoryPicture.draw(
                  request.format(), graph, order, heads, rows.isPresent(), byId, messages);
        };
    Status status = unknown.isEmpty() ? Status.OK : Status.DRIFT;
    return new CommandResult(status, Shown.of(output), messages, report);
  }

  /** The files tell the history also while the database is away. */
  private Optional<List<AppliedRevision>> rows(Chain chain, List<String> messages) {
    if (workspace.url().isEmpty()) {
      return Optional.empty();
    }
    try (Database database = workspace.connectToLook()) {
      return Optional.of(
          DatabaseView.read(database, workspace.bookkeeping(database.dialect()), chain).rows());
    } catch (ConnectionFailedException e) {
      messages.add("What is applied is not marked. " + e.getMessage());
      return Optional.empty();
    }
  }
}
