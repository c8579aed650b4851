package io.schemachain.command;

import static java.util.Objects.requireNonNull;

/** Lays out the schema folder: settings, a first example, the JSON Schemas for editors. */
public final class Init {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request() {}

  public Init(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    throw new UnsupportedOperationException();
  }
}
