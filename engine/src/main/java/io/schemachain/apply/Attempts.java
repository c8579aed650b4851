package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Tries again what gave up waiting for a lock, each time after a longer pause. */
final class Attempts {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Run run;
  private int failed;
  private String blockers = "";

  Attempts(Run run) {
    this.run = requireNonNull(run, "run");
  }

  /**
   * Waits where another attempt is worth it. What was done must have been rolled back.
   *
   * @return false where the failure is of another kind, or was the last
   */
  boolean again(SQLException failure) {
    if (!gaveUp(failure)) {
      return false;
    }
    String seen = run.patience().blockers();
    blockers = seen.isEmpty() ? blockers : seen;
    if (failed >= run.patience().retries()) {
      return false;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failed, 10));
    if (pause.compareTo(LONGEST_PAUSE) > 0) {
      pause = LONGEST_PAUSE;
    }
    failed++;
    run.listener()
        .waiting(
            "A lock was not to be had: "
                + Database.reason(failure)
                + "."
                + blockedBy()
                + " Trying again in "
                + pause.toSeconds()
                + " s ("
                + failed
                + " of "
                + run.patience().retries()
                + ").");
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return true;
  }

  /** Who was in the way, as a sentence behind others; empty where nobody knows. */
  String blockedBy() {
    return blockers.isEmpty() ? "" : " " + run.database().dialect().waits().blockedBy(blockers);
  }

  /** The same, as what follows a failure. */
  List<String> sentences() {
    return blockers.isEmpty() ? List.of() : List.of(blockedBy().strip());
  }

  private boolean gaveUp(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException one
          && run.database().dialect().waits().gaveUp(one.getSQLState(), one.getErrorCode())) {
        return true;
      }
    }
    return false;
  }
}
