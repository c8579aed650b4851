package io.schemachain.apply;

import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import java.time.Duration;

/** Is told what a run does. */
public interface RunListener {
  void stepStarted(PlanStep step, int number, int of);

  void operationStarted(PlannedOperation operation, int number, int of);

  /** So many rows were changed by batches until now; they are committed. */
  void rowsChanged(PlannedOperation operation, long rows);

  void stepFinished(PlanStep step, int number, int of, Duration took);

  /** Another runner has done it meanwhile. */
  void stepSkipped(PlanStep step, int number, int of);

  /** Something is waited for, in words. */
  void waiting(String what);

  /** Whether single operations are of interest; otherwise statements may be sent together. */
  boolean wantsOperations();
}
