package io.schemachain.command;

import java.time.Duration;

/** Is told what a run does while it does it. Called from one thread. */
public interface Progress {
  /** Something a person should know, one line. */
  void info(String message);

  /** Something a person should look at, one line or a rendered diagnostic. */
  void warn(String message);

  /**
   * A revision begins.
   *
   * @param title its id and message
   * @param number 1 is the first
   */
  void revisionStarted(String direction, String title, int number, int of);

  /** An operation of it begins; {@code what} is short, such as {@code create_table users}. */
  void operationStarted(String what, int number, int of);

  /** The revision is applied, or undone, whole. */
  void revisionFinished(String direction, String title, int number, int of, Duration took);

  /**
   * Whether {@link #operationStarted} is of use. Where it is not, statements may be sent to the
   * database together.
   */
  boolean showsOperations();
}
