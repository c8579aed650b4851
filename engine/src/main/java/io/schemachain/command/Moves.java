package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.apply.Executor;
import io.schemachain.apply.VersionTable;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.BranchConflicts;
import io.schemachain.plan.Direction;
import io.schemachain.plan.Place;
import io.schemachain.plan.Plan;
import io.schemachain.plan.Planner;
import io.schemachain.revision.Applied;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionArgument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What upgrade, downgrade and plan have in common: from where the database is to another place. */
final class Moves {
  private final Workspace workspace;
  private final Chain chain;
  private final Direction direction;

  Moves(Workspace workspace, Direction direction) {
    this.workspace = requireNonNull(workspace, "workspace");
    this.chain = workspace.chain();
    this.direction = requireNonNull(direction, "direction");
  }

  // Printing

  /** A script between two places of the chain, without a database. */
  CommandResult script(String target) {
    Dialect dialect = workspace.offlineDialect();
    ScriptRange range = ScriptRange.parse(target, chain.graph(), direction == Direction.DOWNGRADE);
    List<String> moved = moved(range.start(), range.to());
    requireForward(range, moved, target);
    Diagnostics diagnostics = new Diagnostics();
    List<Revision> applied = chain.bind(dialect, range.start().ids(), diagnostics);
    Plan plan = plan(dialect, applied, moved, diagnostics);
    return printed(plan, range.start(), moved, null);
  }

  /** A range that leads the other way is a slip, and not nothing to do. */
  private void requireForward(ScriptRange range, List<String> moved, String target) {
    if (direction == Direction.UPGRADE && moved.isEmpty()) {
      List<String> place = range.start().place(range.to());
      if (chain.graph().withAncestors(place).size() < range.start().ids().size()) {
        boolean isWayDown = !range.start().downgrade(range.to()).isEmpty();
        throw CommandException.of(
            Status.INVALID,
            "The range "
                + target
                + " leads down, and an upgrade goes up."
                + (isWayDown
                    ? "\n\nFor the way down: "
                        + workspace
                            .frontEnd()
                            .commandLine("downgrade", "-Dschema.sql", "-Dschema.target=" + target)
                    : ""));
      }
    }
  }

  /** The script from where the database is. */
  CommandResult scriptFromDatabase(String target, boolean outOfOrder) {
    ScriptRange.requireNone(target);
    try (Database database = workspace.connectToLook()) {
      Bookkeeping bookkeeping = workspace.bookkeeping(database.dialect());
      DatabaseView view = DatabaseView.read(database, bookkeeping, chain);
      requireOrder(view, outOfOrder, "plan");
      List<Revision> applied = view.requireSound(workspace.frontEnd());
      List<String> moved = moved(view.applied(), RevisionArgument.parseList(target));
      Optional<OpenRevision> open = OpenRevision.find(database, bookkeeping, view);
      if (open.isPresent()) {
        moved = open.get().first(moved, direction, workspace);
        open.get().requireScriptable(workspace);
      }
      // The client that runs the script is not the driver.
      Dialect dialect = database.dialect().forVersion(database.dialect().scriptVersion());
      Plan plan = plan(dialect, applied, moved, new Diagnostics());
      if (open.isPresent() && begins(plan, open.get())) {
        Resumption.Found found =
            new Resumption(workspace, database, bookkeeping, open.get(), plan.steps().get(0))
                .look();
        return printed(plan, view.applied(), moved, found);
      }
      return printed(plan, view.applied(), moved, null);
    }
  }

  /**
   * @param goesOn where the first step was interrupted; null where it was not
   */
  private CommandResult printed(
      Plan plan, Applied start, List<String> moved, Resumption.@Nullable Found goesOn) {
    String from = start.position();
    String to = after(start, moved);
    Shown script =
        PrintedScript.of(plan, from, to, chain.settings().transactionPerRun(), goesOn, workspace);
    List<String> messages = new ArrayList<>();
    if (goesOn != null) {
      messages.add(goesOn.line());
    }
    messages.add(
        direction.word() + " from " + from + " to " + to + ": " + count(plan.steps().size()));
    return new CommandResult(
        plan.steps().isEmpty() ? Status.OK : Status.PENDING,
        script,
        messages,
        report(plan, from, to));
  }

  static String count(int revisions) {
    return switch (revisions) {
      case 0 -> "nothing to do.";
      case 1 -> "1 revision.";
      default -> revisions + " revisions.";
    };
  }

  /** Where a database is when these have been applied, or undone. */
  private String after(Applied start, List<String> moved) {
    return start
        .after(
            direction == Direction.UPGRADE
                ? new Applied.Move(List.of(), moved)
                : new Applied.Move(moved, List.of()))
        .position();
  }

  // Running

  /** Moves the database. */
  CommandResult run(String target, boolean outOfOrder) {
    requireConfirmed(target);
    ScriptRange.requireNone(target);
    try (Database database = workspace.connect()) {
      Bookkeeping bookkeeping = workspace.bookkeeping(database.dialect());
      DatabaseView view = DatabaseView.read(database, bookkeeping, chain);
      requireOrder(view, outOfOrder, direction.word());
      view.requireSound(workspace.frontEnd());
      List<RevisionArgument> to = RevisionArgument.parseList(target);
      List<String> moved = moved(view.applied(), to);
      // What is open may be the work of a runner that is at it now: only the lock tells.
      if (moved.isEmpty() && new VersionTable(database, bookkeeping).open(view.rows()).isEmpty()) {
        return done(new Plan(database.dialect(), view.applied().ids(), List.of()), view.applied());
      }
      try (LockedRun run = LockedRun.begin(workspace, database, bookkeeping)) {
        return runLocked(database, bookkeeping, moved, target, run.executor());
      }
    }
  }

  /** A gap is a question that a person answers before anything is run above it. */
  private void requireOrder(DatabaseView view, boolean outOfOrder, String goal) {
    view.requireKnown(workspace.frontEnd());
    if (direction == Direction.UPGRADE && !outOfOrder) {
      view.requireNoGaps(workspace.frontEnd(), goal);
    }
  }

  /**
   * A downgrade takes data away: where an environment is protected, its name must be said again.
   */
  private void requireConfirmed(String target) {
    if (direction == Direction.DOWNGRADE) {
      workspace.requireConfirmed("downgrade", target);
    }
  }

  /**
   * @param wanted what was to be moved before the lock was ours: counted again, +1 would mean the
   *     revision after the one that another runner has applied meanwhile
   */
  private CommandResult runLocked(
      Database database,
      Bookkeeping bookkeeping,
      List<String> wanted,
      String target,
      Executor executor) {
    executor.ensureTables();
    // Read again: another runner may have been at work until now.
    DatabaseView view = DatabaseView.read(database, bookkeeping, chain);
    List<Revision> applied = view.requireSound(workspace.frontEnd());
    List<String> moved =
        direction == Direction.UPGRADE
            ? view.applied().applying(wanted)
            : view.applied().undoing(wanted);
    Optional<OpenRevision> open = OpenRevision.find(database, bookkeeping, view);
    if (open.isPresent()) {
      moved = open.get().first(moved, direction, workspace);
    }
    Plan plan = plan(database.dialect(), applied, moved, new Diagnostics());
    if (plan.losesData()) {
      workspace.requireConfirmed("upgrade", target);
    }
    Place start = Place.START;
    if (open.isPresent() && begins(plan, open.get())) {
      start =
          new Resumption(workspace, database, bookkeeping, open.get(), plan.steps().get(0))
              .settle(executor);
    }
    executor.run(plan, chain.settings().transactionPerRun(), start);
    return done(plan, view.applied());
  }

  private static boolean begins(Plan plan, OpenRevision open) {
    return !plan.steps().isEmpty()
        && plan.steps().get(0).revision().id().equals(open.id())
        && plan.steps().get(0).direction() == open.direction();
  }

  private CommandResult done(Plan plan, Applied start) {
    String from = start.position();
    String to = after(start, plan.steps().stream().map(step -> step.revision().id()).toList());
    String message =
        plan.steps().isEmpty()
            ? "Nothing to do: the database is at " + from + "."
            : "The database is at "
                + to
                + ": "
                + count(plan.steps().size()).replace(".", "")
                + (direction == Direction.UPGRADE ? " applied." : " undone.");
    return new CommandResult(
        Status.OK, null, List.of(message, workspace.where()), report(plan, from, to));
  }

  // Planning

  /** The revisions between, in the order in which they run. */
  private List<String> moved(Applied applied, List<RevisionArgument> to) {
    return direction == Direction.UPGRADE ? applied.upgrade(to) : applied.downgrade(to);
  }

  private Plan plan(
      Dialect dialect, List<Revision> applied, List<String> moved, Diagnostics diagnostics) {
    Planner planner = chain.planner(dialect, diagnostics);
    Plan plan;
    if (direction == Direction.UPGRADE) {
      List<Revision> pending = chain.bind(dialect, moved, diagnostics);
      diagnostics.throwIfErrors();
      plan = planner.upgrade(applied, pending);
      requireTogether(dialect, applied, pending, diagnostics);
    } else {
      diagnostics.throwIfErrors();
      Map<String, Revision> byId = new HashMap<>();
      applied.forEach(revision -> byId.put(revision.id(), revision));
      List<Revision> undone = moved.stream().map(id -> requireNonNull(byId.get(id), id)).toList();
      plan = planner.downgrade(applied, undone);
    }
    diagnostics.throwIfErrors();
    return plan;
  }

  /**
   * What does not fit may fit in its own branch; then both sides are named, as {@code validate}
   * does it. Asked only where something is wrong: it takes time.
   *
   * @throws DiagnosticException if branches collide
   */
  private void requireTogether(
      Dialect dialect, List<Revision> applied, List<Revision> pending, Diagnostics diagnostics) {
    if (!diagnostics.hasErrors()) {
      return;
    }
    List<Revision> both = new ArrayList<>(applied);
    both.addAll(pending);
    Diagnostics all = new Diagnostics();
    all.addAll(BranchConflicts.find(both, chain.graph(), dialect).with(diagnostics.all()));
    all.throwIfErrors();
  }

  private Map<String, Object> report(Plan plan, String from, String to) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("dialect", plan.dialect().toString());
    report.put("from", from);
    report.put("to", to);
    report.put("revisions", plan.steps().stream().map(step -> step.revision().id()).toList());
    return report;
  }
}
