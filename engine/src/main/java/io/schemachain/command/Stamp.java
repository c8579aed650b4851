package io.schemachain.command;

import static java.util.Objects.requireNonNull;

/** Marks the database as being at a revision without running anything. */
public final class Stamp {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(String target, boolean sql) {}

  public Stamp(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    throw new UnsupportedOperationException();
  }
}
