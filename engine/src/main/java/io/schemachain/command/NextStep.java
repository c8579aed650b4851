package io.schemachain.command;

import io.schemachain.apply.ConnectionFailedException;
import io.schemachain.apply.DatabaseStateException;
import io.schemachain.apply.ExecutionFailedException;
import io.schemachain.apply.LockBusyException;
import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import io.schemachain.revision.RevisionArgumentException;
import java.util.Set;

/** What to type after a failure: every error ends with one command that can be run. */
public final class NextStep {
  /** Goals whose mistakes may be in the model, at which {@code validate} does not look. */
  private static final Set<String> READ_THE_MODEL = Set.of("check", "revision");

  private NextStep() {}

  /** How a person runs a goal, such as {@code mvn schema:validate}. */
  @FunctionalInterface
  public interface CommandLine {
    String of(String goal, String... options);
  }

  /**
   * The command, with a word in front of it.
   *
   * @param goal the goal that failed
   */
  public static String after(SchemaException failure, String goal, CommandLine command) {
    if (failure instanceof UnsetVariablesException) {
      return "Then run: " + command.of(goal);
    }
    if (failure instanceof DiagnosticException) {
      return "Correct it, then run: "
          + command.of(READ_THE_MODEL.contains(goal) ? goal : "validate");
    }
    if (failure instanceof RevisionArgumentException) {
      return "See the revisions: "
          + (goal.equals("history")
              ? command.of("history", "-Dschema.range=base:heads")
              : command.of("history"));
    }
    if (failure instanceof LockBusyException) {
      return "Wait longer: " + command.of(goal, "-Dschema.lockTimeout=600");
    }
    if (failure instanceof ExecutionFailedException) {
      return failure.status() == Status.PARTIAL
          ? "When the cause is gone, go on with it: " + command.of(goal)
          : "Correct the revision, then run: " + command.of(goal);
    }
    if (failure instanceof ConnectionFailedException) {
      return "When the database is there, and the settings are right, run: " + command.of(goal);
    }
    if (failure instanceof DatabaseStateException) {
      return "See what is used: " + command.of("current", "-Dschema.verbose");
    }
    return "See what can be given: " + command.of("help", "-Ddetail", "-Dgoal=" + goal);
  }
}
