package io.schemachain.command;

import static java.util.Objects.requireNonNull;

/** Checks the whole chain without a database. */
public final class Validate {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request() {}

  public Validate(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    throw new UnsupportedOperationException();
  }
}
