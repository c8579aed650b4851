package io.schemachain.command;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked for. */
public final class CommandException extends SchemaException {
  private static final long serialVersionUID = 1L;

  private final Status status;
  private final boolean environmental;

  private CommandException(
      Status status, boolean environmental, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
    this.environmental = environmental;
  }

  static CommandException of(Status status, String message) {
    return new CommandException(status, false, message, null);
  }

  static CommandException environmental(String message, Throwable cause) {
    return new CommandException(Status.FAILED, true, message, cause);
  }

  @Override
  public Status status() {
    return status;
  }

  @Override
  public boolean isEnvironmental() {
    return environmental;
  }
}
