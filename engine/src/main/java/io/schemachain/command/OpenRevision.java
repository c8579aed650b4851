package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.apply.InterruptedRun;
import io.schemachain.apply.VersionTable;
import io.schemachain.apply.VersionTable.OpenStatement;
import io.schemachain.diagnostic.Status;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Direction;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A revision that was begun and not finished, on a database that cannot roll back: whatever runs
 * next begins with it.
 *
 * @param statements those of it that the journal has, the last first
 */
record OpenRevision(List<OpenStatement> statements) {
  OpenRevision {
    statements = List.copyOf(statements);
  }

  /** The one that was begun last; nothing where none is open. */
  static Optional<OpenRevision> find(
      Database database, Bookkeeping bookkeeping, DatabaseView view) {
    List<OpenStatement> open = new VersionTable(database, bookkeeping).open(view.rows());
    if (open.isEmpty()) {
      return Optional.empty();
    }
    OpenStatement last = open.get(0);
    open.removeIf(
        entry ->
            !entry.revision().equals(last.revision())
                || !entry.direction().equals(last.direction()));
    return Optional.of(new OpenRevision(open));
  }

  /** The statement that the run had come to. */
  OpenStatement last() {
    return statements.get(0);
  }

  /**
   * Whether something of it may be done: where only a first statement failed, nothing is, and
   * nobody need go on with it.
   */
  boolean isBegun() {
    return statements.stream()
        .filter(entry -> !entry.kind().equals("check") && !entry.kind().equals("session"))
        .anyMatch(OpenStatement::isBegun);
  }

  Direction direction() {
    return last().direction().equals("upgrade") ? Direction.UPGRADE : Direction.DOWNGRADE;
  }

  String id() {
    return last().revision();
  }

  String title(Workspace workspace) {
    return workspace.chain().graph().find(id()).map(RevisionHeader::title).orElse(id());
  }

  /** {@code The upgrade of 8f4b (Add phone) was interrupted at statement 2 of operation 3}. */
  String interrupted(Workspace workspace) {
    return "The "
        + last().direction()
        + " of "
        + title(workspace)
        + " was interrupted at statement "
        + (last().statement() + 1)
        + " of operation "
        + (last().operation() + 1);
  }

  /**
   * What is to be moved, with this one first where something of it may be done.
   *
   * @throws CommandException if it is not among them, if it cannot be the first, or if the other
   *     way is asked for
   */
  List<String> first(List<String> moved, Direction wanted, Workspace workspace) {
    if (!isBegun()) {
      return moved;
    }
    if (wanted != direction()) {
      throw refusal("only another " + direction().word() + " goes on with it.", workspace);
    }
    if (!moved.contains(id())) {
      throw refusal("the target does not have it.", workspace);
    }
    if (waitsForAnother(moved, workspace)) {
      throw refusal(
          isUpgrade()
              ? "what it builds on is not applied any more."
              : "what builds on it is applied by now.",
          workspace);
    }
    List<String> ordered = new ArrayList<>(List.of(id()));
    String mine = id();
    moved.stream().filter(id -> !id.equals(mine)).forEach(ordered::add);
    return ordered;
  }

  /** Whether another of them must be moved before it. */
  private boolean waitsForAnother(List<String> moved, Workspace workspace) {
    RevisionGraph graph = workspace.chain().graph();
    if (isUpgrade()) {
      return graph.require(id()).downRevisions().stream().anyMatch(moved::contains);
    }
    String mine = id();
    return moved.stream().anyMatch(other -> graph.require(other).downRevisions().contains(mine));
  }

  /**
   * Refuses where a script cannot go on with it.
   *
   * @throws CommandException if rows of a backfill are changed, of which only the journal knows
   */
  void requireScriptable(Workspace workspace) {
    if (last().kind().equals("backfill") && !last().reached().isEmpty()) {
      throw refusal("a script cannot go on between the batches of a backfill.", workspace);
    }
  }

  /**
   * Waits until the server has ended the statement that the run had come to.
   *
   * @throws io.schemachain.apply.LockBusyException if it is still at work after so long
   */
  void awaitEnd(InterruptedRun dead, Bookkeeping bookkeeping, Workspace workspace) {
    String since = bookkeeping.startedAt(last().entry());
    if (!dead.awaitEnd(last().session(), since, workspace.options().lockTimeout())) {
      workspace
          .frontEnd()
          .progress()
          .warn(
              "This account may not see the sessions of the server: make sure that session "
                  + last().session()
                  + " is no longer at work.");
    }
  }

  private CommandException refusal(String because, Workspace workspace) {
    return CommandException.of(
        Status.PARTIAL,
        interrupted(workspace)
            + ", and "
            + because
            + "\n\nFinish it first:\n  "
            + goingOn(workspace)
            + "\nWhere all of it was taken back by hand:\n  "
            + workspace.frontEnd().commandLine("resolve", "-Dschema.action=revert"));
  }

  /** What an upgrade or a downgrade is given to go on with it, and no further. */
  private String target() {
    return isUpgrade() ? id() : id() + "@-1";
  }

  /** The command that goes on with it. */
  String goingOn(Workspace workspace) {
    return workspace.frontEnd().commandLine(direction().word(), "-Dschema.target=" + target());
  }

  boolean isUpgrade() {
    return direction() == Direction.UPGRADE;
  }

  /** What a person may say of the statement that it had come to. */
  static String choices(FrontEnd frontEnd, String direction) {
    requireNonNull(direction, "direction");
    return frontEnd.commandLine("resolve", "-Dschema.action=done")
        + "   the statement is done: the next "
        + direction
        + " goes on after it\n  "
        + frontEnd.commandLine("resolve", "-Dschema.action=retry")
        + "   it is not done: the next "
        + direction
        + " runs it again\n  "
        + frontEnd.commandLine("resolve", "-Dschema.action=revert")
        + "   all is as it was before the "
        + direction;
  }
}
