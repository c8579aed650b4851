package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.plan.Direction;

/** Brings the database to a revision; with sql it gives the script and connects to nothing. */
public final class Upgrade {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request(String target, boolean sql) {}

  public Upgrade(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    Moves moves = new Moves(workspace, Direction.UPGRADE);
    return request.sql() ? moves.script(request.target()) : moves.run(request.target());
  }
}
