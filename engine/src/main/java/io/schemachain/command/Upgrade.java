package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.plan.Direction;

/** Brings the database to a revision; with sql it gives the script and connects to nothing. */
public final class Upgrade {
  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param target one revision, or several with commas between; with sql also {@code from:to}
   * @param sql whether to print the script instead
   * @param outOfOrder whether revisions that came into the chain below what is applied may run now
   */
  public record Request(String target, boolean sql, boolean outOfOrder) {
    /** In order. */
    public Request(String target, boolean sql) {
      this(target, sql, false);
    }
  }

  public Upgrade(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    Moves moves = new Moves(workspace, Direction.UPGRADE);
    return request.sql()
        ? moves.script(request.target())
        : moves.run(request.target(), request.outOfOrder());
  }
}
