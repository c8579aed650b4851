package io.schemachain.command;

import static java.util.Objects.requireNonNull;

/** The revisions on which nothing builds. */
public final class Heads {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(boolean verbose, OutputFormat format) {}

  public Heads(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    throw new UnsupportedOperationException();
  }
}
