package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.AppliedRevision;
import io.schemachain.apply.ConnectionFailedException;
import io.schemachain.apply.Database;
import io.schemachain.diagnostic.Status;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    List<String> ids = new ArrayList<>(range(request.range(), chain));
    Collections.reverse(ids);
    List<String> messages = new ArrayList<>();
    Map<String, AppliedRevision> rows = rows(chain, messages);
    if (ids.isEmpty()) {
      messages.add(
          "There are no revisions"
              + (request.range() == null ? "." : " in the range " + request.range() + "."));
    }
    Listing listing = new Listing(graph, messages.isEmpty() && workspace.url().isPresent());
    List<Object> json = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String id : ids) {
      RevisionHeader header = graph.require(id);
      text.append(listing.text(header, rows.get(id), request.verbose()));
      json.add(listing.json(header, rows.get(id)));
    }
    Map<String, Object> report = Map.of("revisions", json);
    return new CommandResult(
        Status.OK,
        request.format() == OutputFormat.JSON ? Json.document(report) : text.toString(),
        messages,
        report);
  }

  /** The files tell the history also while the database is away. */
  private Map<String, AppliedRevision> rows(Chain chain, List<String> messages) {
    if (workspace.url().isEmpty()) {
      return Map.of();
    }
    try (Database database = workspace.connectToLook()) {
      return DatabaseView.read(database, workspace.bookkeeping(database.dialect()), chain)
          .rows()
          .stream()
          .collect(Collectors.toMap(AppliedRevision::id, Function.identity()));
    } catch (ConnectionFailedException e) {
      messages.add("What is applied is not marked. " + e.getMessage());
      return Map.of();
    }
  }

  private List<String> range(@Nullable String text, Chain chain) {
    RevisionGraph graph = chain.graph();
    if (text == null) {
      return graph.inOrder();
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw CommandException.of(
          Status.INVALID,
          "'" + text + "' is not a range: write <from>:<to>, either may be left out.");
    }
    String from = text.substring(0, colon);
    String to = text.substring(colon + 1);
    Set<String> upTo =
        to.isEmpty()
            ? Set.copyOf(graph.ids())
            : Target.appliedAt(Target.resolve(to, graph, List.of()), graph);
    List<String> found = new ArrayList<>(chain.inOrder(upTo));
    Optional<String> start =
        from.isEmpty() ? Optional.empty() : Target.resolve(from, graph, List.of());
    if (start.isPresent()) {
      Set<String> above = graph.descendants(List.of(start.get()));
      found.removeIf(id -> !id.equals(start.get()) && !above.contains(id));
      if (found.isEmpty() && Target.appliedAt(start, graph).containsAll(upTo)) {
        throw CommandException.of(
            Status.INVALID,
            "The range "
                + text
                + " is the wrong way round: the older revision stands first.\n\nType: "
                + workspace.frontEnd().commandLine("history", "-Dschema.range=" + to + ":" + from));
      }
    }
    return found;
  }
}
