package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.apply.InterruptedRun;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.plan.Bookkeeping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Settles a revision that was begun and not finished, as a person says what became of it. */
public final class Resolve {
  private final Workspace workspace;

  /** What a person says. */
  public enum Action {
    /** The statement that is open is done: the next run goes on after it. */
    DONE,
    /** It is not done: the next run runs it again. */
    RETRY,
    /** What was done of the revision was taken back: all is as before it. */
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
        if (open.last().state().equals("done") && request.action() != Action.REVERT) {
          return new CommandResult(
              Status.OK,
              null,
              List.of(
                  "It is known of each statement what became of it. Go on with it: "
                      + open.goingOn(workspace)),
              Map.of());
        }
        if (open.last().state().equals("started")) {
          open.awaitEnd(new InterruptedRun(database), bookkeeping, workspace);
        }
        run.executor().mark(List.of(settled(open, request.action(), bookkeeping)));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("revision", open.id());
        report.put("action", request.action().name().toLowerCase(Locale.ROOT));
        return new CommandResult(Status.OK, null, List.of(line(open, request.action())), report);
      }
    }
  }

  private static SqlStatement settled(OpenRevision open, Action action, Bookkeeping bookkeeping) {
    return switch (action) {
      case DONE -> bookkeeping.foundDone(open.last().entry());
      case RETRY -> bookkeeping.foundNotDone(open.last().entry());
      case REVERT -> bookkeeping.settled(open.id());
    };
  }

  private String line(OpenRevision open, Action action) {
    String title = open.title(workspace);
    String direction = open.last().direction();
    if (action == Action.REVERT) {
      return title
          + " counts as "
          + (open.isUpgrade() ? "not applied" : "applied")
          + ", and nothing of it is open.";
    }
    return "Statement "
        + (open.last().statement() + 1)
        + " of operation "
        + (open.last().operation() + 1)
        + " of "
        + title
        + (action == Action.DONE
            ? " counts as done. The next " + direction + " goes on after it: "
            : " counts as not done. The next " + direction + " runs it again: ")
        + open.goingOn(workspace);
  }
}
