package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.revision.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settles a revision that was begun and not finished, as a person says what became of it. */
public final class Resolve {
  private final Workspace workspace;

  /** What a person did by hand. */
  public enum Action {
    /** The rest of it: the move is done, whole. */
    DONE,
    /** Took back what was done: all is as before it. */
    REVERT
  }

  /** What is asked for. */
  public record Request(Action action) {
    public Request {
      requireNonNull(action, "action");
    }
  }

  public Resolve(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    Chain chain = workspace.chain();
    try (Database database = workspace.connect()) {
      Bookkeeping bookkeeping = workspace.bookkeeping(database.dialect());
      try (LockedRun run = LockedRun.begin(workspace, database, bookkeeping)) {
        DatabaseView view = DatabaseView.read(database, bookkeeping, chain);
        Optional<OpenRevision> found = OpenRevision.find(database, bookkeeping, view);
        if (found.isEmpty()) {
          return new CommandResult(
              Status.OK, null, List.of("Nothing is open: there is nothing to settle."), Map.of());
        }
        OpenRevision open = found.get();
        boolean applied = open.isUpgrade() == (request.action() == Action.DONE);
        List<SqlStatement> statements = new ArrayList<>();
        if (applied && !view.applied().contains(open.id())) {
          statements.add(bookkeeping.applied(revision(open, database), "NULL"));
        } else if (!applied && view.applied().contains(open.id())) {
          statements.add(bookkeeping.undone(open.id()));
        }
        statements.add(bookkeeping.settled(open.id()));
        run.executor().mark(statements);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("revision", open.id());
        report.put("applied", applied);
        return new CommandResult(
            Status.OK,
            null,
            List.of(
                open.title(workspace)
                    + " counts as "
                    + (applied ? "applied" : "not applied")
                    + " now, and nothing of it is open."),
            report);
      }
    }
  }

  private Revision revision(OpenRevision open, Database database) {
    if (!workspace.chain().graph().contains(open.id())) {
      throw CommandException.of(
          Status.DRIFT,
          "The revision " + open.id() + " has no file here: get it, and run this again.");
    }
    Diagnostics diagnostics = new Diagnostics();
    List<Revision> bound =
        workspace.chain().bind(database.dialect(), List.of(open.id()), diagnostics);
    diagnostics.throwIfErrors();
    return bound.get(0);
  }
}
