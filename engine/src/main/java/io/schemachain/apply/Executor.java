package io.schemachain.apply;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.RowBatches;
import io.schemachain.dialect.RunnerLock;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StatementKind;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Direction;
import io.schemachain.plan.Place;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs a plan: a transaction for each revision where DDL is transactional, a journal where not. */
public final class Executor {
  private final Database database;
  private final Dialect dialect;
  private final Bookkeeping bookkeeping;
  private final RunListener listener;
  private final Duration lockTimeout;
  private final RunnerLock lock;
  private final String run;

  /**
   * @param run names this run in the journal, unique
   * @param lockTimeout how long to wait for another runner's transaction
   */
  public Executor(
      Database database,
      Bookkeeping bookkeeping,
      RunListener listener,
      String run,
      Duration lockTimeout) {
    this.database = requireNonNull(database, "database");
    this.dialect = database.dialect();
    this.bookkeeping = requireNonNull(bookkeeping, "bookkeeping");
    this.listener = requireNonNull(listener, "listener");
    this.run = requireNonNull(run, "run");
    this.lockTimeout = requireNonNull(lockTimeout, "lockTimeout");
    this.lock = dialect.runnerLock(bookkeeping.versions(), bookkeeping.journal());
  }

  /** Creates our tables where they are missing; where they are there, SELECT is all it needs. */
  public void ensureTables() {
    if (!new VersionTable(database, bookkeeping).isMissing()) {
      return;
    }
    List<SqlStatement> statements = bookkeeping.ensureTables();
    Transaction transaction = null;
    try {
      transaction = Transaction.begin(database, lock, lockTimeout);
      for (SqlStatement statement : statements) {
        database.execute(statement.text());
      }
      transaction.commit();
    } catch (SQLException e) {
      if (transaction != null) {
        transaction.rollback(e);
      }
      throw new ConnectionFailedException(
          "The tables of this tool cannot be created: " + Database.reason(e), e);
    }
  }

  /**
   * Runs all steps.
   *
   * @param inOneTransaction around all of them
   * @param first where the first step goes on; what is before it is done
   * @throws ExecutionFailedException if a statement fails; what was done before it is said there
   */
  public void run(Plan plan, boolean inOneTransaction, Place first) {
    if (inOneTransaction && first.equals(Place.START)) {
      runTogether(plan);
      return;
    }
    int number = 0;
    for (PlanStep step : plan.steps()) {
      number++;
      listener.stepStarted(step, number, plan.steps().size());
      long start = System.nanoTime();
      Place from = number == 1 ? first : Place.START;
      boolean goesOn = !from.equals(Place.START);
      boolean done = step.transactional() && !goesOn ? transactional(step) : journaled(step, from);
      if (done) {
        listener.stepFinished(
            step, number, plan.steps().size(), Duration.ofNanos(System.nanoTime() - start));
      } else {
        listener.stepSkipped(step, number, plan.steps().size());
      }
    }
  }

  /** Whether the server is a round trip away, and takes several statements at once. */
  private boolean sendsBatches() {
    return !(lock instanceof RunnerLock.WriteTransaction) && dialect.sendsBatches();
  }

  private void runTogether(Plan plan) {
    Transaction transaction = null;
    StatementRunner runner = new StatementRunner(database, listener, sendsBatches());
    int number = 0;
    try {
      for (PlanStep step : plan.steps()) {
        sessionStatements(step);
      }
      transaction = Transaction.begin(database, lock, lockTimeout);
      for (PlanStep step : plan.steps()) {
        number++;
        if (lock instanceof RunnerLock.WriteTransaction && isDone(step)) {
          listener.stepSkipped(step, number, plan.steps().size());
          continue;
        }
        listener.stepStarted(step, number, plan.steps().size());
        long start = System.nanoTime();
        runner.run(step, finished(step, start, false));
        listener.stepFinished(
            step, number, plan.steps().size(), Duration.ofNanos(System.nanoTime() - start));
      }
      transaction.commit();
      for (PlanStep step : plan.steps()) {
        restoreSession(step);
      }
    } catch (SQLException e) {
      if (transaction != null) {
        transaction.rollback(e);
      }
      throw Failures.rolledBack(
          plan.steps().get(Math.max(0, number - 1)),
          runner.position(),
          e,
          "The whole run was one transaction and was rolled back: nothing was changed.");
    }
  }

  // With transactional DDL

  /** Returns false when another runner has done it. */
  private boolean transactional(PlanStep step) {
    Transaction transaction = null;
    StatementRunner runner = new StatementRunner(database, listener, sendsBatches());
    try {
      sessionStatements(step);
      transaction = Transaction.begin(database, lock, lockTimeout);
      if (lock instanceof RunnerLock.WriteTransaction && isDone(step)) {
        transaction.rollback(new SQLException("Nothing to do"));
        return false;
      }
      runner.run(step, finished(step, System.nanoTime(), true));
      transaction.commit();
      restoreSession(step);
      return true;
    } catch (SQLException e) {
      if (transaction != null) {
        transaction.rollback(e);
      }
      throw Failures.rolledBack(
          step,
          runner.position(),
          e,
          "The revision was rolled back; what was applied before it stays applied.");
    }
  }

  private void sessionStatements(PlanStep step) throws SQLException {
    for (SqlStatement statement : step.sessionStatements()) {
      database.execute(statement.text());
    }
  }

  private void restoreSession(PlanStep step) throws SQLException {
    if (!step.sessionStatements().isEmpty()) {
      for (String statement : dialect.sessionSetup()) {
        database.execute(statement);
      }
    }
  }

  private boolean isDone(PlanStep step) throws SQLException {
    boolean applied = new VersionTable(database, bookkeeping).isApplied(step.revision().id());
    return applied == (step.direction() == Direction.UPGRADE);
  }

  /** The bookkeeping of a step, asked for when its statements have run. */
  private StatementRunner.Last finished(PlanStep step, long start, boolean commit) {
    String expression = dialect.transactionMillis();
    return expression == null
        ? new StatementRunner.Last(
            () -> bookkeeping.finished(step, millisSince(start)), false, commit)
        : new StatementRunner.Last(() -> bookkeeping.finished(step, expression), true, commit);
  }

  private static String millisSince(long start) {
    return Long.toString(Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  // Without

  /**
   * @param from what is before it is done
   */
  private boolean journaled(PlanStep step, Place from) {
    long start = System.nanoTime();
    List<String> done = new ArrayList<>();
    int operationNumber = 0;
    try {
      sessionStatements(step);
    } catch (SQLException e) {
      throw Failures.rolledBack(step, null, e, "Nothing of the revision was changed.");
    }
    for (PlannedOperation operation : step.operations()) {
      listener.operationStarted(operation, operationNumber + 1, step.operations().size());
      int index = 0;
      for (SqlStatement statement : operation.statements()) {
        if (!statement.isHoisted()) {
          if (!new Place(operationNumber, index).isBefore(from)) {
            Bookkeeping.Entry entry =
                new Bookkeeping.Entry(run, step, operationNumber, index, statement);
            journaled(entry, operation, done);
          }
          if (statement.kind() != StatementKind.CHECK) {
            done.add(statement.text());
          }
        }
        index++;
      }
      operationNumber++;
    }
    finish(step, start);
    return true;
  }

  private void journaled(Bookkeeping.Entry entry, PlannedOperation operation, List<String> done) {
    long start = System.nanoTime();
    StatementRunner.Position position = new StatementRunner.Position(operation, entry.statement());
    if (entry.statement().batches() != null) {
      inBatches(entry, operation, entry.statement().batches());
      return;
    }
    try {
      database.execute(bookkeeping.started(entry).text());
    } catch (SQLException e) {
      throw Failures.partial(entry.step(), position, e, done, dialect, List.of());
    }
    boolean together = entry.statement().kind() == StatementKind.DML;
    StatementRunner runner = new StatementRunner(database, listener, sendsBatches());
    try {
      database.connection().setAutoCommit(!together);
      if (entry.statement().load() != null) {
        runner.load(operation, entry.statement(), entry.statement().load());
      } else {
        database.execute(entry.statement().text());
      }
    } catch (SQLException e) {
      StatementRunner.Position failed = requireNonNullElse(runner.position(), position);
      if (markFailed(entry, e, together)) {
        throw Failures.partial(entry.step(), failed, e, done, dialect, leftBehind(failed, e));
      }
      throw Failures.unknown(entry.step(), failed, e);
    }
    try {
      database.execute(bookkeeping.done(entry, millisSince(start)).text());
      if (together) {
        database.connection().commit();
        database.connection().setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw Failures.unknown(entry.step(), position, e);
    }
  }

  private void inBatches(Bookkeeping.Entry entry, PlannedOperation operation, RowBatches batches) {
    long start = System.nanoTime();
    BatchRunner runner = new BatchRunner(database, bookkeeping, listener);
    try {
      runner.run(entry, batches, operation, () -> millisSince(start));
    } catch (SQLException e) {
      markFailed(entry, e, runner.isInTransaction());
      SqlStatement sent = requireNonNullElse(runner.sent(), entry.statement());
      throw Failures.inBatches(entry.step(), new StatementRunner.Position(operation, sent), e);
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

  /** Returns false when the journal still says that the statement may be running. */
  private boolean markFailed(Bookkeeping.Entry entry, SQLException failure, boolean together) {
    try {
      if (together) {
        database.connection().rollback();
        database.connection().setAutoCommit(true);
      }
      database.execute(bookkeeping.failed(entry, Database.reason(failure)).text());
      return true;
    } catch (SQLException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  private void finish(PlanStep step, long start) {
    try {
      database.connection().setAutoCommit(false);
      database.execute(bookkeeping.finished(step, millisSince(start)).text());
      database.execute(bookkeeping.finishedJournal(step).text());
      database.connection().commit();
      database.connection().setAutoCommit(true);
      restoreSession(step);
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

  /**
   * Writes rows of the version table in one transaction, running nothing.
   *
   * @param statements what to write
   */
  public void mark(List<SqlStatement> statements) {
    Transaction transaction = null;
    try {
      transaction = Transaction.begin(database, lock, lockTimeout);
      for (SqlStatement statement : statements) {
        database.execute(statement.text());
      }
      transaction.commit();
    } catch (SQLException e) {
      if (transaction != null) {
        transaction.rollback(e);
      }
      throw new ExecutionFailedException(
          Status.FAILED,
          "The version table could not be written, and is as it was: " + Database.reason(e),
          e);
    }
  }
}
