package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.apply.Executor;
import io.schemachain.apply.InterruptedRun;
import io.schemachain.apply.VersionTable.OpenStatement;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.LockWaits;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StatementKind;
import io.schemachain.format.Settings;
import io.schemachain.operation.Execute;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Place;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import io.schemachain.plan.Repeatable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with a revision that was interrupted, from the journal and, where that cannot say whether
 * a statement was done, from the catalog. What is not known for sure is for a person to say.
 */
final class Resumption {
  private final Workspace workspace;
  private final Database database;
  private final Bookkeeping bookkeeping;
  private final InterruptedRun dead;
  private final OpenRevision open;
  private final PlanStep step;
  private final OpenStatement last;

  /**
   * @param step the same revision as it is planned now, from its first statement
   */
  Resumption(
      Workspace workspace,
      Database database,
      Bookkeeping bookkeeping,
      OpenRevision open,
      PlanStep step) {
    this.workspace = requireNonNull(workspace, "workspace");
    this.database = requireNonNull(database, "database");
    this.bookkeeping = requireNonNull(bookkeeping, "bookkeeping");
    this.dead = new InterruptedRun(database);
    this.open = requireNonNull(open, "open");
    this.step = requireNonNull(step, "step");
    this.last = open.last();
  }

  /**
   * Where it goes on.
   *
   * @param from the first statement to run; behind the last one where all are done
   * @param entry the row of the journal that was looked at
   * @param line what was found, for people
   */
  record Found(Place from, long entry, boolean lastIsDone, String line) {}

  /**
   * Looks, and changes nothing.
   *
   * @throws CommandException if a person must say
   */
  Found look() {
    requireSame();
    return switch (last.state()) {
      case "done" ->
          isCheck(last.kind())
              ? runsAgain("it changes nothing that could be done already")
              : goesOnAfter("it was done");
      case "failed" -> failed();
      case "started" -> reconciled();
      default -> runsAgain("it was not done"); // interrupted
    };
  }

  /** Looks, writes down what was found, and takes away what half a statement left. */
  Place settle(Executor executor) {
    Found found = look();
    workspace.frontEnd().progress().info(found.line());
    if (last.state().equals("started") && !last.kind().equals("backfill")) {
      executor.mark(
          List.of(
              found.lastIsDone()
                  ? bookkeeping.foundDone(last.entry())
                  : bookkeeping.foundNotDone(last.entry())));
    }
    if (!found.lastIsDone() && has(last.place())) {
      for (InterruptedRun.Debris debris : dead.debris(step.statement(last.place()))) {
        workspace
            .frontEnd()
            .progress()
            .info(debris.sentence() + " It is removed: " + debris.remedy());
        dead.remove(debris, limits());
      }
    }
    return found.from();
  }

  private LockWaits.Limits limits() {
    Settings.Timeouts timeouts = workspace.settings().timeouts();
    return new LockWaits.Limits(timeouts.lock(), timeouts.statement());
  }

  // The journal

  private boolean has(Place place) {
    return step.places().contains(place);
  }

  /** What is done must be what the plan has: only what comes after it may be edited. */
  private void requireSame() {
    Map<Place, OpenStatement> latest = new HashMap<>();
    open.statements().forEach(row -> latest.putIfAbsent(row.place(), row));
    latest
        .values()
        .forEach(
            row -> {
              if (row.state().equals("done")
                  && !isRepeated(row.place(), row.kind())
                  && !isSame(row)) {
                throw edited(row.place());
              }
            });
    Place known = last.state().equals("started") ? last.place() : start();
    for (Place place : step.places()) {
      OpenStatement row = latest.get(place);
      if (place.isBefore(known)
          && !isRepeated(place, step.statement(place).kind().name())
          && (row == null || !row.state().equals("done") || !isSame(row))) {
        throw edited(place);
      }
    }
  }

  /** Whether it is a check before the statement at which it stopped, which goes with that one. */
  private boolean isRepeated(Place place, String kind) {
    return place.operation() == last.operation() && isCheck(kind);
  }

  private static boolean isCheck(String kind) {
    return kind.equalsIgnoreCase("check") || kind.equalsIgnoreCase("session");
  }

  private boolean isSame(OpenStatement row) {
    return has(row.place())
        && Bookkeeping.fingerprint(step.statement(row.place()).text()).equals(row.fingerprint());
  }

  private CommandException edited(Place place) {
    return CommandException.of(
        Status.PARTIAL,
        open.interrupted(workspace)
            + ", and statement "
            + (place.statement() + 1)
            + " of operation "
            + (place.operation() + 1)
            + ", which is before that, is not the one that was done: the revision was changed."
            + "\nOr it was begun with another version of the server or by a script, which may say the"
            + " same in other words."
            + "\nOnly what is not done yet may be changed. Put the rest back as it was, and run this"
            + " again."
            + "\nWhere all of it was taken back by hand:\n  "
            + workspace.frontEnd().commandLine("resolve", "-Dschema.action=revert"));
  }

  // Where to go on

  private Found goesOnAfter(String because) {
    List<Place> places = step.places();
    int next = places.indexOf(last.place()) + 1;
    boolean isAny = next < places.size();
    Place from = isAny ? withChecks(places.get(next)) : new Place(step.operations().size(), 0);
    return new Found(
        from,
        last.entry(),
        true,
        line(because, isAny ? "going on after it" : "and nothing is left to do"));
  }

  private Found runsAgain(String because) {
    return new Found(withChecks(start()), last.entry(), false, line(because, "going on with it"));
  }

  /**
   * Where the statement that is open begins: with its operation, where nothing but checks were run
   * before it. The operation may be another one by now.
   */
  private Place start() {
    boolean onlyChecks =
        open.statements().stream()
            .filter(
                row -> row.operation() == last.operation() && row.place().isBefore(last.place()))
            .allMatch(row -> isCheck(row.kind()));
    boolean isDone = last.state().equals("done") && !isCheck(last.kind());
    return onlyChecks && !isDone ? new Place(last.operation(), 0) : last.place();
  }

  /** With the checks before it, which may have left something in a session that is gone. */
  private Place withChecks(Place place) {
    Place from = place;
    while (from.statement() > 0) {
      Place previous = new Place(from.operation(), from.statement() - 1);
      if (!has(previous)) {
        break;
      }
      SqlStatement statement = step.statement(previous);
      if (!isCheck(statement.kind().name()) && !Repeatable.isPrepared(statement.text())) {
        break;
      }
      from = previous;
    }
    return from;
  }

  private String line(String because, String then) {
    return step.direction().word()
        + " "
        + open.title(workspace)
        + " was interrupted at "
        + statement()
        + ": "
        + because
        + ", "
        + then
        + ".";
  }

  private String statement() {
    if (!has(last.place())) {
      return "statement " + (last.statement() + 1) + " of operation " + (last.operation() + 1);
    }
    PlannedOperation operation = step.operations().get(last.operation());
    return operation.statements().size() == 1
        ? operation.title()
        : "statement " + (last.statement() + 1) + " of " + operation.title();
  }

  /** A routine that failed may have committed half of its work. */
  private Found failed() {
    if (!isSame(last) || !mayCommit(step.statement(last.place()))) {
      return runsAgain("it failed");
    }
    String doneWhen = doneWhen();
    if (doneWhen == null) {
      throw person("it failed, and nobody knows what it had committed by then", List.of());
    }
    return saidBy(doneWhen);
  }

  private Found saidBy(String doneWhen) {
    return dead.isTrue(doneWhen)
        ? goesOnAfter("it is done, says its done_when")
        : runsAgain("it is not done, says its done_when");
  }

  // The catalog

  private Found reconciled() {
    if (!isSame(last)) {
      throw person("it was started, and the revision was changed since then", List.of());
    }
    open.awaitEnd(dead, bookkeeping, workspace);
    SqlStatement statement = step.statement(last.place());
    String doneWhen = doneWhen();
    if (statement.kind() == StatementKind.DML && !mayCommit(statement) && !last.isOfScript()) {
      return runsAgain(
          last.kind().equals("backfill")
              ? "the batch that it had come to was rolled back"
              : "its rows were rolled back");
    }
    if (statement.kind() != StatementKind.DDL && statement.kind() != StatementKind.DML) {
      return runsAgain("it changes nothing that could be done already");
    }
    if (doneWhen != null) {
      return saidBy(doneWhen);
    }
    if (statement.kind() == StatementKind.DML && last.isOfScript() && !mayCommit(statement)) {
      throw person(
          "it was started by a script, whose client did not hold it in a transaction", List.of());
    }
    if (!dead.debris(statement).isEmpty()) {
      return runsAgain("it was not done");
    }
    Reconciliation.Result result = new Reconciliation(database).of(step, last.place(), statement);
    return switch (result.verdict()) {
      case DONE -> goesOnAfter(result.reason());
      case NOT_DONE -> runsAgain(result.reason());
      case UNKNOWN -> throw person(result.reason(), result.differences());
    };
  }

  private @Nullable String doneWhen() {
    return step.operations().get(last.operation()).step().operation() instanceof Execute execute
        ? execute.doneWhen()
        : null;
  }

  /** A routine may end the transaction in which its caller is. */
  private boolean mayCommit(SqlStatement statement) {
    return !last.kind().equals("backfill") && Repeatable.callsRoutine(statement.text());
  }

  private CommandException person(String because, List<String> differences) {
    StringBuilder message = new StringBuilder(open.interrupted(workspace));
    message.append(" (").append(statement()).append("): ").append(because).append('.');
    if (has(last.place())) {
      message.append("\n    ").append(step.statement(last.place()).text().replace("\n", "\n    "));
    }
    differences.forEach(line -> message.append("\n  ").append(line));
    message
        .append("\n\nLook whether it is done, then say it:\n  ")
        .append(OpenRevision.choices(workspace.frontEnd(), step.direction().word()));
    return CommandException.of(Status.PARTIAL, message.toString());
  }
}
