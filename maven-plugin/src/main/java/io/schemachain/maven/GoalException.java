package io.schemachain.maven;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import org.jspecify.annotations.Nullable;

/** A goal cannot begin or end, for a reason that the engine knows nothing of. */
final class GoalException extends SchemaException {
  private static final long serialVersionUID = 1L;

  private final boolean environmental;

  private GoalException(String message, boolean environmental, @Nullable Throwable cause) {
    super(message, cause);
    this.environmental = environmental;
  }

  /** What the user gave is wrong; the message says what to give. */
  static GoalException wrongInput(String message) {
    return new GoalException(message, false, null);
  }

  /** The user may be right, and it does not work here. */
  static GoalException cannotRun(String message, @Nullable Throwable cause) {
    return new GoalException(message, true, cause);
  }

  @Override
  public Status status() {
    return environmental ? Status.FAILED : Status.INVALID;
  }

  @Override
  public boolean isEnvironmental() {
    return environmental;
  }
}
