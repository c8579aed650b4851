package io.schemachain.apply;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.RowBatches;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StatementKind;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Place;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import io.schemachain.plan.Repeatable;
import io.schemachain.plan.Segment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A step that no single transaction holds: in transactions where it can, and statement by statement
 * where it cannot, the journal saying before and after each where it is.
 */
final class JournaledStep {
  private final Run run;
  private final Database database;
  private final Bookkeeping bookkeeping;
  private final PlanStep step;

  /** What was done, for people. */
  private final List<String> done = new ArrayList<>();

  JournaledStep(Run run, PlanStep step) {
    this.run = requireNonNull(run, "run");
    this.database = run.database();
    this.bookkeeping = run.bookkeeping();
    this.step = requireNonNull(step, "step");
  }

  /**
   * @param from what is before it is done
   */
  void run(Place from) {
    long start = System.nanoTime();
    try {
      run.sessionStatements(step);
      for (SqlStatement statement : step.sessionBefore(from)) {
        database.execute(statement.text());
      }
    } catch (SQLException e) {
      throw Failures.rolledBack(step, null, e, "Nothing of the revision was changed.");
    }
    for (Segment segment : step.segments()) {
      List<Bookkeeping.Entry> all = step.entries(run.id(), segment);
      List<Bookkeeping.Entry> left =
          all.stream().filter(entry -> !entry.place().isBefore(from)).toList();
      all.subList(0, all.size() - left.size()).forEach(this::remember);
      if (segment.transactional() && left.size() == all.size()) {
        inTransaction(segment);
      } else {
        journaled(left);
      }
    }
    finish(start);
  }

  private void inTransaction(Segment segment) {
    List<Bookkeeping.Entry> entries = step.entries(run.id(), segment);
    Attempts attempts = new Attempts(run);
    boolean ran = false;
    while (!ran) {
      StatementRunner runner = run.runner();
      Transaction transaction = null;
      try {
        transaction = run.begin();
        runner.run(
            step,
            segment,
            new StatementRunner.Last(() -> bookkeeping.ran(entries, false), true, true));
        runner.commit(transaction);
        ran = true;
      } catch (SQLException e) {
        run.rollback(transaction, step, runner, e);
        if (!attempts.again(e)) {
          if (runner.isCommitLost()) {
            throw Failures.commitLost(step, runner.position(), e);
          }
          throw Failures.partial(
              step, runner.position(), e, done, database.dialect(), attempts.sentences());
        }
      }
    }
    entries.forEach(this::remember);
  }

  private void journaled(List<Bookkeeping.Entry> entries) {
    int started = -1;
    for (Bookkeeping.Entry entry : entries) {
      PlannedOperation operation = step.operations().get(entry.operationIndex());
      if (entry.operationIndex() != started) {
        started = entry.operationIndex();
        requireLock(entry, operation);
        run.listener().operationStarted(operation, started + 1, step.operations().size());
      }
      journaled(entry, operation);
      remember(entry);
    }
  }

  private void requireLock(Bookkeeping.Entry entry, PlannedOperation operation) {
    try {
      run.held().require();
    } catch (SQLException e) {
      throw Failures.partial(
          step,
          new StatementRunner.Position(operation, entry.statement()),
          e,
          done,
          database.dialect(),
          List.of());
    }
  }

  private void remember(Bookkeeping.Entry entry) {
    StatementKind kind = entry.statement().kind();
    if (kind != StatementKind.CHECK && kind != StatementKind.SESSION) {
      done.add(entry.statement().text());
    }
  }

  private void journaled(Bookkeeping.Entry entry, PlannedOperation operation) {
    long start = System.nanoTime();
    StatementRunner.Position position = new StatementRunner.Position(operation, entry.statement());
    if (entry.statement().batches() != null) {
      inBatches(entry, operation, entry.statement().batches());
      return;
    }
    try {
      database.execute(bookkeeping.started(entry).text());
    } catch (SQLException e) {
      throw Failures.partial(step, position, e, done, database.dialect(), List.of());
    }
    boolean together = entry.statement().kind() == StatementKind.DML;
    Attempts attempts = new Attempts(run);
    boolean ran = false;
    while (!ran) {
      StatementRunner runner = run.runner();
      try {
        database.connection().setAutoCommit(!together);
        send(entry, operation, runner);
        ran = true;
      } catch (SQLException e) {
        if (rolledBack(together, e)
            && !Repeatable.callsRoutine(entry.statement().text())
            && attempts.again(e)) {
          removeDebris(entry.statement());
          continue;
        }
        StatementRunner.Position failed = requireNonNullElse(runner.position(), position);
        if (markFailed(entry, e)) {
          List<String> left = new ArrayList<>(leftBehind(failed, e));
          left.addAll(attempts.sentences());
          throw Failures.partial(step, failed, e, done, database.dialect(), left);
        }
        throw Failures.unknown(step, failed, e);
      }
    }
    try {
      database.execute(bookkeeping.done(entry, Run.millisSince(start)).text());
      if (together) {
        database.connection().commit();
        database.connection().setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw Failures.unknown(step, position, e);
    }
  }

  /** Half of an index would be in the way of the next attempt. */
  private void removeDebris(SqlStatement statement) {
    InterruptedRun failed = new InterruptedRun(database);
    failed.debris(statement).forEach(debris -> failed.remove(debris, run.patience().limits()));
  }

  /** What no transaction may hold waits for those that are open, and hinders nobody meanwhile. */
  private void send(Bookkeeping.Entry entry, PlannedOperation operation, StatementRunner runner)
      throws SQLException {
    SqlStatement statement = entry.statement();
    if (statement.load() != null) {
      runner.load(operation, statement, statement.load());
    } else if (statement.inTransaction()) {
      database.execute(statement.text());
    } else {
      run.limit(false);
      try {
        database.execute(statement.text());
      } catch (SQLException e) {
        try {
          run.limit(true);
        } catch (SQLException second) {
          e.addSuppressed(second);
        }
        throw e;
      }
      run.limit(true);
    }
  }

  private void inBatches(Bookkeeping.Entry entry, PlannedOperation operation, RowBatches batches) {
    long start = System.nanoTime();
    BatchRunner runner = new BatchRunner(run);
    try {
      runner.run(entry, batches, operation, () -> Run.millisSince(start));
    } catch (SQLException e) {
      rolledBack(runner.isInTransaction(), e);
      markFailed(entry, e);
      SqlStatement sent = requireNonNullElse(runner.sent(), entry.statement());
      throw Failures.inBatches(step, new StatementRunner.Position(operation, sent), e);
    }
  }

  /** What the failed statement left, in sentences. */
  private List<String> leftBehind(StatementRunner.Position position, SQLException failure) {
    String aftermath = position.statement().aftermath();
    if (aftermath == null) {
      return List.of();
    }
    try {
      return database.strings(aftermath).stream().map(String::valueOf).toList();
    } catch (SQLException e) {
      failure.addSuppressed(e);
      return List.of("It is not known whether the statement left something behind.");
    }
  }

  private boolean rolledBack(boolean together, SQLException failure) {
    try {
      if (together) {
        database.connection().rollback();
        database.connection().setAutoCommit(true);
      }
      return true;
    } catch (SQLException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  /** Returns false when the journal still says that the statement may be running. */
  private boolean markFailed(Bookkeeping.Entry entry, SQLException failure) {
    try {
      database.execute(bookkeeping.failed(entry, database.safeReason(failure)).text());
      return true;
    } catch (SQLException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  private void finish(long start) {
    try {
      database.connection().setAutoCommit(false);
      database.execute(bookkeeping.finished(step, Run.millisSince(start)).text());
      database.execute(bookkeeping.finishedJournal(step).text());
      database.connection().commit();
      database.connection().setAutoCommit(true);
      run.restoreSession(step);
    } catch (SQLException e) {
      throw new ExecutionFailedException(
          Status.PARTIAL,
          "All statements of "
              + step.title()
              + " are done, but the version table could not be"
              + " written: "
              + Database.reason(e),
          e);
    }
  }
}
