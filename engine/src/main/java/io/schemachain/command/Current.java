package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.AppliedRevision;
import io.schemachain.apply.Database;
import io.schemachain.apply.Urls;
import io.schemachain.apply.VersionTable;
import io.schemachain.diagnostic.Status;
import io.schemachain.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
      Listing listing = new Listing(graph, view.applied());
      StringBuilder text = new StringBuilder();
      List<Object> json = new ArrayList<>();
      for (AppliedRevision row : heads(view, graph)) {
        if (graph.contains(row.id())) {
          text.append(listing.text(graph.require(row.id()), row, request.verbose()));
          json.add(listing.json(graph.require(row.id()), row));
        } else {
          text.append(DatabaseView.line(row).strip()).append("  (no file)\n");
          json.add(unknown(row));
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
      List<VersionTable.OpenStatement> open =
          new VersionTable(database, workspace.bookkeeping(database.dialect())).open(view.rows());
      open.stream()
          .map(VersionTable.OpenStatement::revision)
          .distinct()
          .forEach(
              id ->
                  messages.add(
                      "The revision " + id + " was begun and not finished, or is being run now."));
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
      boolean ahead = view.rows().stream().anyMatch(row -> !graph.contains(row.id()));
      messages.add(
          view.rows().size()
              + " applied, "
              + pending
              + " pending"
              + (json.isEmpty() ? "; the database is at base." : "."));
      if (request.checkHeads() && (ahead || !missing.isEmpty())) {
        throw CommandException.of(
            ahead ? Status.DRIFT : Status.PENDING,
            "The database is not at "
                + (ahead ? "the heads of these files" : "all heads")
                + ": it is at "
                + view.applied().position()
                + (missing.isEmpty() ? "." : ", and without " + String.join(", ", missing) + ".")
                + "\n\nBring it there: "
                + workspace.frontEnd().commandLine("upgrade", "-Dschema.target=heads"));
      }
      return new CommandResult(
          ahead
              ? Status.DRIFT
              : !open.isEmpty() ? Status.PARTIAL : pending == 0 ? Status.OK : Status.PENDING,
          request.format() == OutputFormat.JSON
              ? Json.document(report)
              : json.isEmpty() ? "base\n" : text.toString(),
          messages,
          report);
    }
  }

  /** What nothing applied builds or depends on, as the files and the rows without a file say. */
  private static List<AppliedRevision> heads(DatabaseView view, RevisionGraph graph) {
    Set<String> heads = new HashSet<>(view.applied().heads());
    for (AppliedRevision row : view.rows()) {
      if (!graph.contains(row.id()) && row.parents() != null) {
        Arrays.asList(row.parents().split(",")).forEach(heads::remove);
      }
    }
    return view.rows().stream().filter(row -> heads.contains(row.id())).toList();
  }

  private static Map<String, Object> unknown(AppliedRevision row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("revision", row.id());
    if (row.message() != null) {
      json.put("message", row.message());
    }
    json.put("applied", true);
    json.put("applied_at", row.appliedAt() + "Z");
    json.put("file", "");
    return json;
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
