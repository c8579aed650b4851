package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.RunListener;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import java.time.Duration;

/** Passes on to the front end what a run does. */
final class ProgressListener implements RunListener {
  private static final Duration TELL_AFTER = Duration.ofSeconds(5);

  private final Progress progress;
  private long told = System.nanoTime();

  ProgressListener(Progress progress) {
    this.progress = requireNonNull(progress, "progress");
  }

  @Override
  public void stepStarted(PlanStep step, int number, int of) {
    progress.revisionStarted(step.direction().word(), step.revision().header().title(), number, of);
    step.notes().forEach(progress::info);
  }

  @Override
  public void operationStarted(PlannedOperation operation, int number, int of) {
    progress.operationStarted(operation.title(), number, of);
  }

  /** Not for each of many batches. */
  @Override
  public void rowsChanged(PlannedOperation operation, long rows) {
    long now = System.nanoTime();
    if (now - told >= TELL_AFTER.toNanos()) {
      told = now;
      progress.info(operation.title() + ": " + rows + " rows changed so far.");
    }
  }

  @Override
  public void stepFinished(PlanStep step, int number, int of, Duration took) {
    progress.revisionFinished(
        step.direction().word(), step.revision().header().title(), number, of, took);
  }

  @Override
  public void stepSkipped(PlanStep step, int number, int of) {
    progress.info(step.revision().header().title() + " was done by another runner meanwhile.");
  }

  @Override
  public void waiting(String what) {
    progress.warn(what);
  }

  @Override
  public boolean wantsOperations() {
    return progress.showsOperations();
  }
}
