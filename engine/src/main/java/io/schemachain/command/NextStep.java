package io.schemachain.command;

import io.schemachain.apply.ConnectionFailedException;
import io.schemachain.apply.DatabaseStateException;
import io.schemachain.apply.ExecutionFailedException;
import io.schemachain.apply.LockBusyException;
import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import io.schemachain.revision.RevisionArgumentException;

/** What to type after a failure: every error ends with one command that can be run. */
public final class NextStep {
  private NextStep() {}

  /**
   * The command, with a word in front of it.
   *
   * @param goal the goal that failed
   */
  public static String after(SchemaException failure, String goal, FrontEnd frontEnd) {
    if (failure instanceof DiagnosticException) {
      return "Correct it, then run: " + frontEnd.commandLine("validate");
    }
    if (failure instanceof RevisionArgumentException) {
      return "See the revisions: " + frontEnd.commandLine("history");
    }
    if (failure instanceof LockBusyException) {
      return "Wait longer: " + frontEnd.commandLine(goal, "-Dschema.lockTimeout=600");
    }
    if (failure instanceof ExecutionFailedException) {
      return failure.status() == Status.PARTIAL
          ? "To see how to go on, run it again: " + frontEnd.commandLine(goal)
          : "Correct the revision, then run: " + frontEnd.commandLine(goal);
    }
    if (failure instanceof ConnectionFailedException || failure instanceof DatabaseStateException) {
      return "See what is used: " + frontEnd.commandLine("current", "-Dschema.verbose");
    }
    return "See what can be given: " + frontEnd.commandLine("help", "-Ddetail", "-Dgoal=" + goal);
  }
}
