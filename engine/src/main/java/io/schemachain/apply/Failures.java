package io.schemachain.apply;

import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.plan.PlanStep;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what failed, where it is written, what the database said, and what state it is in. */
final class Failures {
  private static final int SHOWN_STATEMENT = 2000;

  private Failures() {}

  static ExecutionFailedException rolledBack(
      PlanStep step,
      StatementRunner.@Nullable Position position,
      SQLException cause,
      String state) {
    return new ExecutionFailedException(
        Status.FAILED, what(step, position, cause) + "\n" + state, cause);
  }

  /**
   * @param done the statements of the revision that were done before
   * @param left what the failed statement left behind, in sentences
   */
  static ExecutionFailedException partial(
      PlanStep step,
      StatementRunner.@Nullable Position position,
      SQLException cause,
      List<String> done,
      Dialect dialect,
      List<String> left) {
    StringBuilder message = new StringBuilder(what(step, position, cause));
    left.forEach(sentence -> message.append("\n").append(sentence));
    if (done.isEmpty()) {
      message
          .append(left.isEmpty() ? "\nNothing" : "\nNothing else")
          .append(" of the revision was changed; what was applied before it stays applied.");
      return new ExecutionFailedException(
          left.isEmpty() ? Status.FAILED : Status.PARTIAL, message.toString(), cause);
    }
    message
        .append("\n")
        .append(
            dialect.capabilities().transactionalDdl()
                ? "The revision runs without a transaction"
                : dialect.displayName() + " cannot roll back")
        .append(": these statements of the revision were done and stay:");
    done.forEach(statement -> message.append("\n    ").append(shown(statement)));
    message
        .append("\nThe next ")
        .append(step.direction().word())
        .append(" goes on with the statement that failed; it and what follows may be changed.");
    return new ExecutionFailedException(Status.PARTIAL, message.toString(), cause);
  }

  /** Whatever is in the journal: what was committed stands there, and nothing else was done. */
  static ExecutionFailedException inBatches(
      PlanStep step, StatementRunner.Position position, SQLException cause) {
    return new ExecutionFailedException(
        Status.PARTIAL,
        what(step, position, cause)
            + "\nThe batches before this one are committed and stay; the next upgrade goes on with"
            + " this one.",
        cause);
  }

  /** The connection or the journal went away: the statement may be done or not. */
  static ExecutionFailedException unknown(
      PlanStep step, StatementRunner.Position position, SQLException cause) {
    return new ExecutionFailedException(
        Status.PARTIAL,
        what(step, position, cause)
            + "\nIt is not known whether this statement was done; the journal has it as started, and"
            + " the next "
            + step.direction().word()
            + " finds out.",
        cause);
  }

  /** The connection went away with the answer to COMMIT. */
  static ExecutionFailedException commitLost(
      PlanStep step, StatementRunner.@Nullable Position position, SQLException cause) {
    return new ExecutionFailedException(
        Status.PARTIAL,
        what(step, position, cause)
            + "\nIt is not known whether the transaction was committed, since the connection broke;"
            + " nothing is half done. The next "
            + step.direction().word()
            + " goes on from what the version table says.",
        cause);
  }

  private static String what(
      PlanStep step, StatementRunner.@Nullable Position position, SQLException cause) {
    StringBuilder message = new StringBuilder(step.title()).append(" failed");
    if (position == null) {
      return message.append(": ").append(Database.reason(cause)).toString();
    }
    if (position.operation() == null) {
      message.append(" when the version table was written");
    } else {
      message
          .append(" at ")
          .append(position.operation().title())
          .append(" (")
          .append(position.operation().location())
          .append(")");
    }
    message.append(": ").append(Database.reason(cause));
    if (cause.getSQLState() != null) {
      message.append(" [").append(cause.getSQLState()).append("]");
    }
    return message.append("\n    ").append(shown(position.statement().text())).toString();
  }

  private static String shown(String statement) {
    String cut =
        statement.length() > SHOWN_STATEMENT
            ? statement.substring(0, SHOWN_STATEMENT) + " …"
            : statement;
    return cut.replace("\n", "\n    ");
  }
}
