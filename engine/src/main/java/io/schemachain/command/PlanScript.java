package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.plan.Direction;

/** The script that an upgrade would run from where the database is. */
public final class PlanScript {
  private final Workspace workspace;

  /** What is asked for; see {@link Upgrade.Request}. */
  public record Request(String target, boolean outOfOrder) {}

  public PlanScript(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    return new Moves(workspace, Direction.UPGRADE)
        .scriptFromDatabase(request.target(), request.outOfOrder());
  }
}
