package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Writes a new, empty revision on top of the head. */
public final class NewRevision {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(String message, @Nullable String revisionId) {}

  public NewRevision(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    throw new UnsupportedOperationException();
  }
}
