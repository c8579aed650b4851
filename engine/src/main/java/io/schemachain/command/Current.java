package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.AppliedRevision;
import io.schemachain.apply.Database;
import io.schemachain.apply.Urls;
import io.schemachain.diagnostic.Status;
import io.schemachain.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the database is. Creates nothing, locks nothing. */
public final class Current {
  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param checkHeads whether to fail when the database is not at all heads
   */
  public record Request(boolean verbose, boolean checkHeads, OutputFormat format) {}

  public Current(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    Chain chain = workspace.chain();
    RevisionGraph graph = chain.graph();
    try (Database database = workspace.connectToLook()) {
      DatabaseView view =
          DatabaseView.read(database, workspace.bookkeeping(database.dialect()), chain);
      Listing listing = new Listing(graph, view.applied(), view.heads());
      StringBuilder text = new StringBuilder();
      List<Object> json = new ArrayList<>();
      for (AppliedRevision row : view.heads()) {
        if (graph.contains(row.id())) {
          text.append(listing.text(graph.require(row.id()), row, request.verbose()));
          json.add(listing.json(graph.require(row.id()), row));
        } else {
          text.append(DatabaseView.line(row).strip()).append("  (no file)\n");
          json.add(Listing.withoutFile(row));
        }
      }
      long pending = graph.inOrder().stream().filter(id -> !view.applied().contains(id)).count();
      List<String> missing =
          graph.realHeads().stream().filter(id -> !view.applied().contains(id)).toList();
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("dialect", database.dialect().toString());
      report.put("current", json);
      report.put("applied", view.rows().size());
      report.put("pending", pending);
      report.put("missing_heads", missing);
      List<String> messages = new ArrayList<>();
      if (request.verbose()) {
        messages.addAll(sources(database));
      }
      Optional<OpenRevision> open =
          OpenRevision.find(database, workspace.bookkeeping(database.dialect()), view)
              .filter(OpenRevision::isBegun);
      open.ifPresent(one -> messages.add(open(one)));
      if (!missing.isEmpty() && (request.verbose() || request.checkHeads())) {
        messages.add(
            "Heads that are not applied: "
                + missing.stream()
                    .map(id -> graph.require(id).title())
                    .collect(Collectors.joining(", "))
                + ".");
      }
      view.applied()
          .gaps()
          .forEach(
              id ->
                  messages.add(
                      graph.require(id).title()
                          + " is not applied, although a revision that builds on it is."));
      List<String> changed = view.changedSinceApplied();
      if (!changed.isEmpty()) {
        messages.add(
            "Changed after they were applied: "
                + String.join(", ", changed)
                + ". What differs: "
                + workspace.frontEnd().commandLine("plan", "-Dschema.target=heads"));
      }
      boolean ahead = view.rows().stream().anyMatch(row -> !graph.contains(row.id()));
      messages.add(
          view.rows().size()
              + " applied, "
              + pending
              + " pending"
              + (json.isEmpty() ? "; the database is at base." : "."));
      if (request.checkHeads()) {
        requireHeads(view, missing);
      }
      return new CommandResult(
          ahead || !changed.isEmpty()
              ? Status.DRIFT
              : open.isPresent() ? Status.PARTIAL : pending == 0 ? Status.OK : Status.PENDING,
          Shown.of(
              request.format() == OutputFormat.JSON
                  ? Json.document(report)
                  : json.isEmpty() ? "base\n" : text.toString()),
          messages,
          report);
    }
  }

  private String open(OpenRevision open) {
    return open.interrupted(workspace)
        + ", or is being run now; "
        + open.goingOn(workspace)
        + " goes on with it.";
  }

  private void requireHeads(DatabaseView view, List<String> missing) {
    FrontEnd frontEnd = workspace.frontEnd();
    view.requireKnown(frontEnd);
    view.requireNoGaps(frontEnd, "upgrade", "-Dschema.target=heads");
    view.requireSound(frontEnd);
    if (!missing.isEmpty()) {
      throw CommandException.of(
          Status.PENDING,
          "The database is not at all heads: it is at "
              + view.applied().position()
              + ", and without "
              + String.join(", ", missing)
              + ".\n\nBring it there: "
              + frontEnd.commandLine("upgrade", "-Dschema.target=heads"));
    }
  }

  private List<String> sources(Database database) {
    List<String> lines = new ArrayList<>();
    lines.add("server: " + database.dialect().displayName() + " " + database.dialect().version());
    workspace
        .url()
        .ifPresent(
            s -> lines.add("url: " + Urls.withoutSecrets(s.value()) + "  from " + s.source()));
    workspace
        .username()
        .ifPresent(s -> lines.add("username: " + s.value() + "  from " + s.source()));
    Setting schema = workspace.options().defaultSchema();
    if (schema != null) {
      lines.add("defaultSchema: " + schema.value() + "  from " + schema.source());
    } else if (workspace.settings().defaultSchema() != null) {
      lines.add("defaultSchema: " + workspace.settings().defaultSchema() + "  from schema.yaml");
    }
    lines.add("directory: " + workspace.folder().shown(workspace.options().directory()));
    return lines;
  }
}
