package io.schemachain.diagnostic;

import java.util.Locale;

/** How a goal ended, as reports say it: Maven's exit code knows only yes and no. */
public enum Status {
  /** What was asked for is done. */
  OK,
  /** There is something to do. */
  PENDING,
  /** The database is not what the chain says. */
  DRIFT,
  /** The input is wrong; nothing was changed. */
  INVALID,
  /** It did not work, and nothing of the failing revision is left behind. */
  FAILED,
  /** It did not work, and part of a revision was applied. */
  PARTIAL,
  /** Another runner is at work. */
  BUSY;

  /** The word in a report. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
