package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.plan.Direction;

/** Takes the database back to a revision; with sql it gives the script and connects to nothing. */
public final class Downgrade {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(String target, boolean sql) {}

  public Downgrade(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    Moves moves = new Moves(workspace, Direction.DOWNGRADE);
    return request.sql() ? moves.script(request.target()) : moves.run(request.target(), true);
  }
}
