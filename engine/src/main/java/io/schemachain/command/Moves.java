package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.apply.Executor;
import io.schemachain.apply.RunLock;
import io.schemachain.apply.VersionTable;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.operation.DropColumn;
import io.schemachain.operation.DropTable;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Direction;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.Planner;
import io.schemachain.revision.Revision;
import io.schemachain.script.ScriptPrinter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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
    Target.Range range = Target.range(target, chain.graph(), direction == Direction.DOWNGRADE);
    List<String> applied = chain.inOrder(Target.appliedAt(range.from(), chain.graph()));
    List<String> moved = moved(applied, range.to(), Target.word(range.from()));
    Diagnostics diagnostics = new Diagnostics();
    List<Revision> appliedRevisions = chain.bind(dialect, applied, diagnostics);
    Plan plan = plan(dialect, appliedRevisions, moved, diagnostics);
    return printed(plan, Target.word(range.from()), Target.word(range.to()));
  }

  /** The script from where the database is. */
  CommandResult scriptFromDatabase(String target) {
    try (Database database = workspace.connectToLook()) {
      Bookkeeping bookkeeping = workspace.bookkeeping(database.dialect());
      DatabaseView view = DatabaseView.read(database, bookkeeping, chain);
      List<Revision> applied = view.requireSound();
      requireNothingOpen(database, bookkeeping, view);
      Optional<String> to = Target.resolve(target, chain.graph(), view.heads());
      List<String> moved = moved(view.applied(), to, view.position());
      // The client that runs the script is not the driver.
      Dialect dialect = database.dialect().forVersion(database.dialect().scriptVersion());
      Plan plan = plan(dialect, applied, moved, new Diagnostics());
      return printed(plan, view.position(), Target.word(to));
    }
  }

  private CommandResult printed(Plan plan, String from, String to) {
    String script =
        ScriptPrinter.print(
            plan,
            workspace.bookkeeping(plan.dialect()),
            new ScriptPrinter.Header(
                Tool.name(),
                from,
                to,
                chain.settings().onConnect(),
                Optional.ofNullable(workspace.defaultSchema()),
                chain.settings().transactionPerRun(),
                chain.graph()));
    return new CommandResult(
        plan.steps().isEmpty() ? Status.OK : Status.PENDING,
        script,
        List.of(
            direction.word() + " from " + from + " to " + to + ": " + count(plan.steps().size())),
        report(plan, from, to));
  }

  static String count(int revisions) {
    return switch (revisions) {
      case 0 -> "nothing to do.";
      case 1 -> "1 revision.";
      default -> revisions + " revisions.";
    };
  }

  // Running

  /** Moves the database. */
  CommandResult run(String target) {
    requireConfirmed(target);
    try (Database database = workspace.connect()) {
      Bookkeeping bookkeeping = workspace.bookkeeping(database.dialect());
      DatabaseView view = DatabaseView.read(database, bookkeeping, chain);
      view.requireSound();
      Optional<String> to = Target.resolve(target, chain.graph(), view.heads());
      // What is open may be the work of a runner that is at it now: only the lock tells.
      if (moved(view.applied(), to, view.position()).isEmpty()
          && new VersionTable(database, bookkeeping).open(view.rows()).isEmpty()) {
        return done(
            new Plan(database.dialect(), view.applied(), List.of()),
            view.position(),
            view.position());
      }
      try (RunLock lock =
          RunLock.acquire(database, bookkeeping, workspace.options().lockTimeout())) {
        return runLocked(database, bookkeeping, to, target, lock);
      }
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

  private static boolean losesData(Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.revision().upgrade().stream())
        .anyMatch(op -> op.value() instanceof DropTable || op.value() instanceof DropColumn);
  }

  private CommandResult runLocked(
      Database database,
      Bookkeeping bookkeeping,
      Optional<String> to,
      String target,
      RunLock lock) {
    requireNonNull(lock, "lock");
    Executor executor =
        new Executor(
            database,
            bookkeeping,
            new ProgressListener(workspace.frontEnd().progress()),
            UUID.randomUUID().toString(),
            workspace.options().lockTimeout());
    executor.ensureTables();
    // Read again: another runner may have been at work until now.
    DatabaseView view = DatabaseView.read(database, bookkeeping, chain);
    List<Revision> applied = view.requireSound();
    requireNothingOpen(database, bookkeeping, view);
    List<String> moved = moved(view.applied(), to, view.position());
    Plan plan = plan(database.dialect(), applied, moved, new Diagnostics());
    if (losesData(plan)) {
      workspace.requireConfirmed("upgrade", target);
    }
    executor.run(plan, chain.settings().transactionPerRun());
    return done(plan, view.position(), Target.word(to));
  }

  private CommandResult done(Plan plan, String from, String to) {
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

  /** A revision that was begun and not finished, on a database that cannot roll back. */
  private void requireNothingOpen(Database database, Bookkeeping bookkeeping, DatabaseView view) {
    List<VersionTable.OpenStatement> open =
        new VersionTable(database, bookkeeping).open(view.rows());
    boolean nothingDone = open.stream().allMatch(entry -> entry.state().equals("failed"));
    if (open.isEmpty() || nothingDone) {
      return;
    }
    VersionTable.OpenStatement last = open.get(0);
    String title = chain.graph().find(last.revision()).map(h -> h.title()).orElse(last.revision());
    String state =
        last.state().equals("failed")
            ? "failed: " + last.error()
            : last.state().equals("started")
                ? "was started, and nobody knows whether it was done"
                : "was done, and the run ended there";
    throw CommandException.of(
        Status.PARTIAL,
        "An earlier "
            + last.direction()
            + " of "
            + title
            + " was not finished. Statement "
            + (last.statement() + 1)
            + " of operation "
            + (last.operation() + 1)
            + " "
            + state
            + ".\nSee which of its statements are done (the table "
            + bookkeeping.journal()
            + " lists them), finish the revision or undo it by hand, then say where the database is:\n  "
            + stamp(with(view.applied(), last.revision()))
            + "   when it is applied\n  "
            + stamp(without(view.applied(), last.revision()))
            + "   when it is not");
  }

  private String stamp(Collection<String> applied) {
    List<String> heads = chain.graph().headsAmong(applied);
    return workspace
        .frontEnd()
        .commandLine(
            "stamp", "-Dschema.target=" + (heads.isEmpty() ? "base" : String.join(",", heads)));
  }

  private static Collection<String> with(Collection<String> ids, String id) {
    Set<String> more = new LinkedHashSet<>(ids);
    more.add(id);
    return more;
  }

  private static Collection<String> without(Collection<String> ids, String id) {
    return ids.stream().filter(other -> !other.equals(id)).toList();
  }

  // Planning

  /** The revisions between, in the order in which they run. */
  private List<String> moved(Collection<String> applied, Optional<String> to, String from) {
    if (direction == Direction.UPGRADE) {
      return chain.inOrder(Target.appliedAt(to, chain.graph())).stream()
          .filter(id -> !applied.contains(id))
          .toList();
    }
    if (to.isPresent() && !applied.contains(to.get())) {
      throw CommandException.of(
          Status.INVALID,
          "The database is at "
              + from
              + ": "
              + to.get()
              + " is not applied, so there is no way down"
              + " to it.");
    }
    Collection<String> above =
        to.isPresent() ? chain.graph().descendants(List.of(to.get())) : applied;
    List<String> undone = new ArrayList<>(applied);
    undone.removeIf(id -> !above.contains(id));
    Collections.reverse(undone);
    return undone;
  }

  private Plan plan(
      Dialect dialect, List<Revision> applied, List<String> moved, Diagnostics diagnostics) {
    Planner planner = new Planner(dialect, diagnostics);
    Plan plan;
    if (direction == Direction.UPGRADE) {
      List<Revision> pending = chain.bind(dialect, moved, diagnostics);
      diagnostics.throwIfErrors();
      plan = planner.upgrade(applied, pending);
    } else {
      diagnostics.throwIfErrors();
      List<Revision> undone =
          moved.stream()
              .map(id -> applied.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow())
              .toList();
      plan = planner.downgrade(applied, undone);
    }
    if (chain.settings().transactionPerRun()) {
      OneTransaction.require(
          plan.steps().stream().map(PlanStep::revision).toList(), dialect, chain, diagnostics);
    }
    diagnostics.throwIfErrors();
    return plan;
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
