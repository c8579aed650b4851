package io.schemachain.command;

import static java.util.Objects.requireNonNull;

/** Where the database is. */
public final class Current {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(boolean verbose, OutputFormat format) {}

  public Current(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    throw new UnsupportedOperationException();
  }
}
