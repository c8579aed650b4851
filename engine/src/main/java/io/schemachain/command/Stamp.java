package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.apply.Executor;
import io.schemachain.apply.RunLock;
import io.schemachain.apply.VersionTable;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Direction;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.revision.Revision;
import io.schemachain.script.ScriptPrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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
   *     from base when only one is named
   */
  public record Request(String target, boolean sql) {}

  public Stamp(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    return request.sql() ? script(request.target()) : mark(request.target());
  }

  private CommandResult script(String target) {
    Chain chain = workspace.chain();
    Dialect dialect = workspace.offlineDialect();
    Target.Range range = Target.range(target, chain.graph(), false);
    List<String> applied = chain.inOrder(Target.appliedAt(range.from(), chain.graph()));
    Plan plan = plan(chain, dialect, applied, Target.appliedAt(range.to(), chain.graph()));
    String from = Target.word(range.from());
    String to = Target.word(range.to());
    String script =
        ScriptPrinter.print(
            plan,
            workspace.bookkeeping(dialect),
            new ScriptPrinter.Header(
                Tool.name(),
                from,
                to,
                chain.settings().onConnect(),
                Optional.ofNullable(workspace.defaultSchema()),
                false,
                chain.graph()));
    return new CommandResult(Status.OK, script, List.of(), report(plan, to));
  }

  private CommandResult mark(String target) {
    Chain chain = workspace.chain();
    try (Database database = workspace.connect()) {
      Bookkeeping bookkeeping = workspace.bookkeeping(database.dialect());
      try (RunLock lock =
          RunLock.acquire(database, bookkeeping, workspace.options().lockTimeout())) {
        requireNonNull(lock, "lock");
        Executor executor =
            new Executor(
                database,
                bookkeeping,
                new ProgressListener(workspace.frontEnd().progress()),
                UUID.randomUUID().toString(),
                workspace.options().lockTimeout());
        executor.ensureTables();
        DatabaseView view = DatabaseView.read(database, bookkeeping, chain);
        view.requireKnown();
        Set<String> wanted = new HashSet<>();
        for (String one : target.split(",", -1)) {
          wanted.addAll(
              Target.appliedAt(
                  Target.resolve(one.strip(), chain.graph(), view.heads()), chain.graph()));
        }
        List<String> heads = chain.graph().headsAmong(wanted);
        String to = heads.isEmpty() ? "base" : String.join(", ", heads);
        Plan plan = plan(chain, database.dialect(), view.applied(), wanted);
        List<SqlStatement> statements = new ArrayList<>();
        plan.steps().forEach(step -> statements.add(bookkeeping.finished(step, "NULL")));
        new VersionTable(database, bookkeeping)
            .openRevisions()
            .forEach(revision -> statements.add(bookkeeping.settled(revision)));
        executor.mark(statements);
        return new CommandResult(
            Status.OK,
            null,
            List.of(
                plan.steps().isEmpty()
                    ? "The database is marked as being at " + to + " already."
                    : "The database was marked as being at "
                        + to
                        + "; it was at "
                        + view.position()
                        + "."),
            report(plan, to));
      }
    }
  }

  /**
   * Steps without operations: what is to be taken away, the last first, then what is to be added.
   */
  private static Plan plan(Chain chain, Dialect dialect, List<String> applied, Set<String> wanted) {
    List<String> removed = new ArrayList<>(applied);
    removed.removeAll(wanted);
    Collections.reverse(removed);
    List<String> added =
        chain.inOrder(wanted).stream().filter(id -> !applied.contains(id)).toList();
    Diagnostics diagnostics = new Diagnostics();
    List<PlanStep> steps = new ArrayList<>();
    boolean transactional = dialect.capabilities().transactionalDdl();
    for (Revision revision : chain.bind(dialect, removed, diagnostics)) {
      steps.add(new PlanStep(revision, Direction.DOWNGRADE, List.of(), transactional, List.of()));
    }
    for (Revision revision : chain.bind(dialect, added, diagnostics)) {
      steps.add(new PlanStep(revision, Direction.UPGRADE, List.of(), transactional, List.of()));
    }
    diagnostics.throwIfErrors();
    return new Plan(dialect, applied, steps);
  }

  private static Map<String, Object> report(Plan plan, String to) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("dialect", plan.dialect().toString());
    report.put("to", to);
    report.put("revisions", plan.steps().stream().map(step -> step.revision().id()).toList());
    return report;
  }
}
