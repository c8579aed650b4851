package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.AppliedRevision;
import io.schemachain.apply.ConnectionFailedException;
import io.schemachain.apply.Database;
import io.schemachain.diagnostic.Status;
import io.schemachain.revision.Applied;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import io.schemachain.revision.RevisionRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    List<String> ids = new ArrayList<>(range(request.range(), graph));
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
    Listing listing = new Listing(graph, applied);
    List<Object> json = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Collections.reverse(ids);
    for (String id : ids) {
      RevisionHeader header = graph.require(id);
      text.append(listing.text(header, byId.get(id), request.verbose()));
      json.add(listing.json(header, byId.get(id)));
    }
    Map<String, Object> report = Map.of("revisions", json);
    String output =
        switch (request.format()) {
          case TEXT -> text.toString();
          case JSON -> Json.document(report);
          case MERMAID, SVG, HTML ->
              HistoryPicture.draw(request.format(), graph, ids, applied, byId);
        };
    return new CommandResult(Status.OK, output, messages, report);
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

  /** What is on the way from one place to another, both included; parents first. */
  private List<String> range(@Nullable String text, RevisionGraph graph) {
    if (text == null) {
      return graph.inOrder();
    }
    RevisionRange range = RevisionRange.parse(text);
    LookPlaces places = new LookPlaces(workspace);
    List<String> from = range.from().isEmpty() ? List.of() : places.place(range.from());
    List<String> upTo =
        range.to().isEmpty()
            ? graph.inOrder()
            : graph.withAncestors(places.place(range.to(), from));
    if (from.isEmpty()) {
      return upTo;
    }
    Set<String> above = new HashSet<>(graph.descendants(from));
    above.addAll(from);
    List<String> found = upTo.stream().filter(above::contains).toList();
    if (found.isEmpty() && new HashSet<>(graph.withAncestors(from)).containsAll(upTo)) {
      int colon = text.indexOf(':');
      throw CommandException.of(
          Status.INVALID,
          "The range "
              + text
              + " is the wrong way round: the older revision stands first.\n\nType: "
              + workspace
                  .frontEnd()
                  .commandLine(
                      "history",
                      "-Dschema.range="
                          + text.substring(colon + 1)
                          + ":"
                          + text.substring(0, colon)));
    }
    return found;
  }
}
