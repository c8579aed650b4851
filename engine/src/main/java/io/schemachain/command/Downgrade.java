package io.schemachain.command;

import static java.util.Objects.requireNonNull;

/** Takes the database back to a revision; with sql it gives the script and connects to nothing. */
public final class Downgrade {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(String target, boolean sql) {}

  public Downgrade(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    throw new UnsupportedOperationException();
  }
}
