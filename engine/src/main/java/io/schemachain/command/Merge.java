package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.command.RevisionFiles.NewFile;
import io.schemachain.command.RevisionFiles.WrittenFile;
import io.schemachain.diagnostic.Status;
import io.schemachain.revision.RevisionGraph;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a revision that joins branches. It changes nothing itself. */
public final class Merge {
  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param revisions which heads, with commas between; null for all
   * @param message one line for people; null names what is joined
   * @param revisionId null for a new random one
   * @param branchLabels of the branch from here on
   * @param versionPath one of the folders in the settings; null for that of the first head
   */
  public record Request(
      @Nullable String revisions,
      @Nullable String message,
      @Nullable String revisionId,
      List<String> branchLabels,
      @Nullable String versionPath) {
    public Request {
      branchLabels = List.copyOf(branchLabels);
    }
  }

  public Merge(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    RevisionGraph graph = workspace.chain().graph();
    List<String> joined = joined(request, graph);
    String message = request.message() == null ? "" : request.message().strip();
    WrittenFile file =
        new RevisionFiles(workspace)
            .write(
                new NewFile(
                    request.revisionId(),
                    joined,
                    request.branchLabels(),
                    List.of(),
                    message.isEmpty() ? "Merge " + String.join(" and ", joined) : message,
                    request.versionPath()));
    return new CommandResult(
        Status.OK,
        null,
        List.of(
            "Wrote " + file.shown(),
            "It joins "
                + String.join(" and ", joined)
                + ". See whether they go together: "
                + workspace.frontEnd().commandLine("validate")),
        Map.of("revision", file.id(), "file", file.shown(), "down_revision", joined));
  }

  private List<String> joined(Request request, RevisionGraph graph) {
    if (request.revisions() == null) {
      List<String> heads = graph.heads();
      if (heads.size() < 2) {
        throw CommandException.of(
            Status.INVALID,
            heads.isEmpty()
                ? "There are no revisions to join."
                : "There is one head, "
                    + graph.require(heads.get(0)).title()
                    + ": nothing to join.");
      }
      return heads;
    }
    List<String> joined = NewRevision.parents(request.revisions(), "schema.revisions", graph);
    if (joined.size() < 2) {
      throw CommandException.of(
          Status.INVALID,
          "'" + request.revisions() + "' names one revision; to join takes two or more.");
    }
    for (String id : joined) {
      if (!graph.children(id).isEmpty()) {
        throw CommandException.of(
            Status.INVALID,
            graph.require(id).title()
                + " is not a head: "
                + String.join(" and ", graph.children(id))
                + (graph.children(id).size() == 1 ? " builds" : " build")
                + " on it already. Name the head of its branch.");
      }
    }
    return joined;
  }
}
