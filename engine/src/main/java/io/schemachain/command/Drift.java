package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.diagnostic.Status;
import io.schemachain.diff.Difference;
import io.schemachain.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The database against what the revisions that are applied in it lead to: what a person changed by
 * hand. Creates nothing, locks nothing.
 */
public final class Drift {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request() {}

  public Drift(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  /**
   * @throws CommandException with what differs
   */
  public CommandResult run(Request request) {
    requireNonNull(request, "request");
    workspace.chain(); // Mistakes in it are told before a database is asked.
    try (Database database = workspace.connectToLook()) {
      return result(AppliedCatalog.read(workspace, database));
    }
  }

  private CommandResult result(AppliedCatalog catalog) {
    DatabaseView view = catalog.view();
    List<String> drift = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (Difference difference : catalog.differences()) {
      (isForeign(difference, catalog.expected()) ? foreign : drift).add(line(difference));
    }
    List<String> messages = new ArrayList<>();
    foreign.forEach(line -> messages.add("Not of this chain: " + line));
    catalog.read().leftOut().forEach(left -> messages.add("Not looked at: " + left));
    String position = view.applied().position();
    if (drift.isEmpty()) {
      messages.add(
          view.rows().isEmpty()
              ? "No revision is applied in this database, so that nothing can have drifted."
              : "No drift: the database is what the revisions up to " + position + " made.");
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("position", position);
      report.put("drift", drift);
      report.put("foreign", foreign);
      return new CommandResult(Status.OK, null, messages, report);
    }
    messages.forEach(message -> workspace.frontEnd().progress().warn(message));
    throw CommandException.of(
        Status.DRIFT,
        "The database is not what the revisions up to "
            + position
            + " made:\n  "
            + String.join("\n  ", drift)
            + "\n\nTake it back by hand, or write a revision that does the same and mark it as"
            + " applied: "
            + workspace.frontEnd().commandLine("stamp", "-Dschema.target=<revision>"));
  }

  /** A whole table or object that no revision made is somebody else's. */
  private static boolean isForeign(Difference difference, Schema expected) {
    if (difference.kind() != Difference.Kind.ADDED) {
      return false;
    }
    return difference instanceof Difference.OfTable
        || (difference instanceof Difference.OfObject
            && (difference.table() == null || expected.find(difference.table()).isEmpty()));
  }

  static String line(Difference difference) {
    String detail = difference.detail().isEmpty() ? "" : ": " + difference.detail();
    return switch (difference.kind()) {
      case ADDED -> difference.subject() + " is there and in no revision" + detail;
      case REMOVED -> difference.subject() + " is missing" + detail;
      case CHANGED -> difference.subject() + " was changed" + detail;
    };
  }
}
