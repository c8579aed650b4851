package io.schemachain.command;

import static java.util.Objects.requireNonNull;

/** The script that an upgrade would run from where the database is. */
public final class PlanScript {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(String target) {}

  public PlanScript(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    throw new UnsupportedOperationException();
  }
}
