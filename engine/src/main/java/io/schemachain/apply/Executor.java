package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.RunnerLock;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Direction;
import io.schemachain.plan.Place;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
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
  private final RunnerLock lock;
  private final Run run;

  /**
   * @param run names this run in the journal, unique
   * @param lockTimeout how long to wait for another runner's transaction
   * @param patience with others who use the tables
   * @param held the lock of this run
   */
  public Executor(
      Database database,
      Bookkeeping bookkeeping,
      RunListener listener,
      String run,
      Duration lockTimeout,
      Patience patience,
      RunLock held) {
    this.database = requireNonNull(database, "database");
    this.dialect = database.dialect();
    this.bookkeeping = requireNonNull(bookkeeping, "bookkeeping");
    this.listener = requireNonNull(listener, "listener");
    this.lock = dialect.runnerLock(bookkeeping.versions(), bookkeeping.journal());
    this.run = new Run(database, bookkeeping, listener, run, lockTimeout, patience, held, lock);
  }

  /** Creates our tables where they are missing; where they are there, SELECT is all it needs. */
  public void ensureTables() {
    if (!new VersionTable(database, bookkeeping).isMissing()) {
      return;
    }
    List<SqlStatement> statements = bookkeeping.ensureTables();
    Transaction transaction = null;
    try {
      transaction = run.begin();
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
      boolean done = true;
      Place from = number == 1 ? first : Place.START;
      if (step.transactional() && from.equals(Place.START)) {
        done = transactional(step);
      } else {
        new JournaledStep(run, step).run(from);
      }
      if (done) {
        listener.stepFinished(
            step, number, plan.steps().size(), Duration.ofNanos(System.nanoTime() - start));
      } else {
        listener.stepSkipped(step, number, plan.steps().size());
      }
    }
  }

  private void runTogether(Plan plan) {
    if (plan.steps().isEmpty()) {
      return;
    }
    Attempts attempts = new Attempts(run);
    List<PlanStep> started = new ArrayList<>();
    while (!ranTogether(plan, attempts, started)) {
      listener.waiting("From the first revision again.");
    }
  }

  /**
   * Returns false when it is to be tried again.
   *
   * @param started the steps that the listener was told of
   */
  private boolean ranTogether(Plan plan, Attempts attempts, List<PlanStep> started) {
    List<Runnable> finished = new ArrayList<>();
    int of = plan.steps().size();
    Transaction transaction = null;
    StatementRunner runner = run.runner();
    int number = 0;
    try {
      for (PlanStep step : plan.steps()) {
        run.sessionStatements(step);
      }
      transaction = run.begin();
      for (PlanStep step : plan.steps()) {
        number++;
        int place = number;
        if (lock instanceof RunnerLock.WriteTransaction && isDone(step)) {
          finished.add(() -> listener.stepSkipped(step, place, of));
          continue;
        }
        if (!started.contains(step)) {
          started.add(step);
          listener.stepStarted(step, place, of);
        }
        long start = System.nanoTime();
        runner.run(step, step.segments().get(0), finished(step, start, false));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        finished.add(() -> listener.stepFinished(step, place, of, took));
      }
      runner.commit(transaction);
      finished.forEach(Runnable::run);
      for (PlanStep step : plan.steps()) {
        run.restoreSession(step);
      }
      return true;
    } catch (SQLException e) {
      PlanStep step = plan.steps().get(Math.max(0, number - 1));
      run.rollback(transaction, step, runner, e);
      if (attempts.again(e)) {
        return false;
      }
      if (runner.isCommitLost()) {
        throw Failures.commitLost(step, runner.position(), e);
      }
      throw Failures.rolledBack(
          step,
          runner.position(),
          e,
          "The whole run was one transaction and was rolled back: nothing was changed."
              + attempts.blockedBy());
    }
  }

  // With transactional DDL

  /** Returns false when another runner has done it. */
  private boolean transactional(PlanStep step) {
    Attempts attempts = new Attempts(run);
    while (true) {
      Transaction transaction = null;
      StatementRunner runner = run.runner();
      try {
        run.sessionStatements(step);
        transaction = run.begin();
        if (lock instanceof RunnerLock.WriteTransaction && isDone(step)) {
          transaction.rollback(new SQLException("Nothing to do"));
          return false;
        }
        runner.run(step, step.segments().get(0), finished(step, System.nanoTime(), true));
        runner.commit(transaction);
        run.restoreSession(step);
        return true;
      } catch (SQLException e) {
        run.rollback(transaction, step, runner, e);
        if (!attempts.again(e)) {
          if (runner.isCommitLost()) {
            throw Failures.commitLost(step, runner.position(), e);
          }
          throw Failures.rolledBack(
              step,
              runner.position(),
              e,
              "The revision was rolled back; what was applied before it stays applied."
                  + attempts.blockedBy());
        }
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
    return new StatementRunner.Last(
        () -> {
          List<SqlStatement> statements =
              new ArrayList<>(
                  bookkeeping.ran(step.entries(run.id(), step.segments().get(0)), true));
          statements.add(
              bookkeeping.finished(step, expression == null ? Run.millisSince(start) : expression));
          return statements;
        },
        expression != null,
        commit);
  }

  /**
   * Writes rows of the version table in one transaction, running nothing.
   *
   * @param statements what to write
   */
  public void mark(List<SqlStatement> statements) {
    Transaction transaction = null;
    try {
      transaction = run.begin();
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
