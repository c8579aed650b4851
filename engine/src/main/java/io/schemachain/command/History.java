package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The revisions, newest first. */
public final class History {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(@Nullable String range, boolean verbose, OutputFormat format) {}

  public History(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    throw new UnsupportedOperationException();
  }
}
