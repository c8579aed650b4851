package io.schemachain.command;

import static java.util.Objects.requireNonNull;

/** One revision, whole. */
public final class Show {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(String target, OutputFormat format) {}

  public Show(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    throw new UnsupportedOperationException();
  }
}
