package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.apply.VersionTable;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Direction;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.Segment;
import io.schemachain.revision.Applied;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionArgument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Marks the database as being at a revision without running anything: the version table is what an
 * upgrade or a downgrade to it would have left. Settles what an interrupted run left open.
 */
public final class Stamp {
  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param target one revision, or several with commas between; with sql a range {@code from:to},
   *     from base when only one is named; null when something is only accepted
   * @param purge whether to take away all rows first, also those that have no file
   * @param accept applied revisions, with commas between, whose files are right as they are now;
   *     null for none
   */
  public record Request(
      @Nullable String target, boolean sql, boolean purge, @Nullable String accept) {
    /** To a place and nothing else. */
    public static Request to(String target) {
      return new Request(target, false, false, null);
    }
  }

  public Stamp(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    String target = request.target();
    if (!request.sql()) {
      return mark(request);
    }
    if (request.purge() || request.accept() != null || target == null) {
      throw CommandException.of(
          Status.INVALID,
          target == null && request.accept() == null
              ? "A script needs a target: -Dschema.target=<from>:<to>."
              : (request.purge() ? "purge" : "accept")
                  + " looks at what the version table says, so it needs a database and not"
                  + " schema.sql.");
    }
    return script(target);
  }

  private CommandResult script(String target) {
    Chain chain = workspace.chain();
    Dialect dialect = workspace.offlineDialect();
    ScriptRange range = ScriptRange.parse(target, chain.graph(), false);
    Applied.Move move = range.start().stamp(range.to());
    String from = range.start().position();
    String to = range.start().after(move).position();
    Plan plan = plan(dialect, range.start(), move);
    Shown script = PrintedScript.of(plan, from, to, false, null, workspace);
    return new CommandResult(Status.OK, script, List.of(), report(plan, to));
  }

  private CommandResult mark(Request request) {
    Chain chain = workspace.chain();
    if (request.purge() && (request.target() == null || request.accept() != null)) {
      throw CommandException.of(
          Status.INVALID,
          "purge takes all rows away: it needs a target that says where the database is then, and"
              + " leaves nothing to accept.");
    }
    if (request.target() != null) {
      ScriptRange.requireNone(request.target());
    }
    try (Database database = workspace.connect()) {
      if (request.purge()) {
        workspace.requireConfirmed("stamp", request.target(), "-Dschema.purge");
      }
      Bookkeeping bookkeeping = workspace.bookkeeping(database.dialect());
      try (LockedRun run = LockedRun.begin(workspace, database, bookkeeping)) {
        run.executor().ensureTables();
        DatabaseView view = DatabaseView.read(database, bookkeeping, chain);
        if (!request.purge()) {
          view.requireKnown(workspace.frontEnd());
        }
        List<SqlStatement> statements = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        accept(request, view, bookkeeping, statements, messages);
        Plan plan = marked(request, view, bookkeeping, statements, messages);
        if (request.target() != null) {
          new VersionTable(database, bookkeeping)
              .openRevisions()
              .forEach(revision -> statements.add(bookkeeping.settled(revision)));
        }
        run.executor().mark(statements);
        String to = DatabaseView.read(database, bookkeeping, chain).applied().position();
        return new CommandResult(Status.OK, null, messages, report(plan, to));
      }
    }
  }

  /** The statements that make the version table what the target asks for. */
  private Plan marked(
      Request request,
      DatabaseView view,
      Bookkeeping bookkeeping,
      List<SqlStatement> statements,
      List<String> messages) {
    Applied start = view.applied();
    if (request.purge()) {
      statements.add(bookkeeping.purged());
      messages.add(
          start.ids().isEmpty()
              ? "There were no rows to take away."
              : "All " + start.ids().size() + " rows were taken away.");
      start = Applied.of(workspace.chain().graph(), List.of());
    }
    String target = request.target();
    Applied.Move move =
        target == null
            ? new Applied.Move(List.of(), List.of())
            : start.stamp(RevisionArgument.parseList(target));
    if (request.purge()) {
      List<String> forgotten =
          workspace.chain().graph().inOrder(view.applied().ids()).stream()
              .filter(id -> !move.done().contains(id))
              .toList();
      if (!forgotten.isEmpty()) {
        messages.add(
            "Of these have files, and count as not applied now, whatever the schema is: "
                + String.join(", ", forgotten)
                + ".");
      }
    }
    Plan plan = plan(view.dialect(), start, move);
    plan.steps().forEach(step -> statements.add(bookkeeping.finished(step, "NULL")));
    if (target != null) {
      String to = start.after(move).position();
      messages.add(
          plan.steps().isEmpty() && !request.purge()
              ? "The database is marked as being at " + to + " already."
              : "The database was marked as being at "
                  + to
                  + "; it was at "
                  + view.applied().position()
                  + ".");
    }
    return plan;
  }

  /** The rows of changed revisions take what the files say now. */
  private void accept(
      Request request,
      DatabaseView view,
      Bookkeeping bookkeeping,
      List<SqlStatement> statements,
      List<String> messages) {
    if (request.accept() == null) {
      return;
    }
    List<String> ids = view.applied().each(RevisionArgument.parseList(request.accept()));
    for (String id : ids) {
      if (!view.applied().contains(id)) {
        throw CommandException.of(
            Status.INVALID,
            workspace.chain().graph().require(id).title()
                + " is not applied, so there is nothing to accept.");
      }
    }
    Diagnostics diagnostics = new Diagnostics();
    for (Revision revision : workspace.chain().bind(view.dialect(), ids, diagnostics)) {
      boolean changed = !view.row(revision.id()).checksum().equals(revision.checksum());
      if (changed) {
        statements.add(bookkeeping.accepted(revision));
      }
      messages.add(
          revision.header().title()
              + (changed
                  ? " is taken as it is now."
                  : " is as it was applied: nothing to accept."));
    }
    diagnostics.throwIfErrors();
  }

  /** Steps without operations: what is to be taken away, then what is to be added. */
  private Plan plan(Dialect dialect, Applied start, Applied.Move move) {
    Diagnostics diagnostics = new Diagnostics();
    List<PlanStep> steps = new ArrayList<>();
    List<Segment> segments = List.of(new Segment(0, 0, dialect.capabilities().transactionalDdl()));
    Chain chain = workspace.chain();
    for (Revision revision : chain.bind(dialect, move.undone(), diagnostics)) {
      steps.add(new PlanStep(revision, Direction.DOWNGRADE, List.of(), segments, List.of()));
    }
    for (Revision revision : chain.bind(dialect, move.done(), diagnostics)) {
      steps.add(new PlanStep(revision, Direction.UPGRADE, List.of(), segments, List.of()));
    }
    diagnostics.throwIfErrors();
    return new Plan(dialect, start.ids(), steps);
  }

  private static Map<String, Object> report(Plan plan, String to) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("dialect", plan.dialect().toString());
    report.put("to", to);
    report.put("revisions", plan.steps().stream().map(step -> step.revision().id()).toList());
    return report;
  }
}
