package io.schemachain.command;

import io.schemachain.apply.Database;
import io.schemachain.apply.VersionTable;
import io.schemachain.apply.VersionTable.OpenStatement;
import io.schemachain.diagnostic.Status;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.revision.RevisionHeader;
import java.util.List;
import java.util.Optional;

/**
 * A revision that was begun and not finished, on a database that cannot roll back: nothing else
 * runs until a person has said what became of it.
 *
 * @param last the last of its statements
 */
record OpenRevision(OpenStatement last) {

  /** The one that was begun last; nothing where none is open. */
  static Optional<OpenRevision> find(
      Database database, Bookkeeping bookkeeping, DatabaseView view) {
    List<OpenStatement> open = new VersionTable(database, bookkeeping).open(view.rows());
    // A change in batches goes on where it ended.
    if (open.removeIf(OpenStatement::isResumed)) {
      open.removeIf(entry -> entry.kind().equals("check"));
    }
    // Where only first statements failed, nothing was done.
    boolean nothingDone = open.stream().allMatch(entry -> entry.state().equals("failed"));
    return nothingDone ? Optional.empty() : Optional.of(new OpenRevision(open.get(0)));
  }

  /**
   * @throws CommandException if one is open
   */
  static void requireNone(
      Database database, Bookkeeping bookkeeping, DatabaseView view, Workspace workspace) {
    find(database, bookkeeping, view)
        .ifPresent(
            open -> {
              throw open.refusal(bookkeeping, workspace);
            });
  }

  boolean isUpgrade() {
    return last.direction().equals("upgrade");
  }

  String id() {
    return last.revision();
  }

  String title(Workspace workspace) {
    return workspace.chain().graph().find(id()).map(RevisionHeader::title).orElse(id());
  }

  private CommandException refusal(Bookkeeping bookkeeping, Workspace workspace) {
    String state =
        last.state().equals("failed")
            ? "failed: " + last.error()
            : last.state().equals("started")
                ? "was started, and nobody knows whether it was done"
                : "was done, and the run ended there";
    FrontEnd frontEnd = workspace.frontEnd();
    return CommandException.of(
        Status.PARTIAL,
        "An earlier "
            + last.direction()
            + " of "
            + title(workspace)
            + " was not finished. Statement "
            + (last.statement() + 1)
            + " of operation "
            + (last.operation() + 1)
            + " "
            + state
            + ".\nSee which of its statements are done (the table "
            + bookkeeping.journal()
            + " lists them), do the rest by hand or take back what was done, then say which:\n  "
            + frontEnd.commandLine("resolve", "-Dschema.action=done")
            + "   the "
            + last.direction()
            + " is done, whole\n  "
            + frontEnd.commandLine("resolve", "-Dschema.action=revert")
            + "   all is as it was before it");
  }
}
