package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Resolve;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Settles a revision that an interrupted run left open. */
@Mojo(name = "resolve", requiresProject = false, threadSafe = true)
public final class ResolveMojo extends AbstractSchemaMojo {
  /**
   * What was done by hand, required: <code>done</code>, the rest of it; or <code>revert</code>, all
   * is as it was before.
   */
  @Parameter(property = "schema.action")
  private @Nullable String action;

  @Override
  protected CommandResult run(Workspace workspace) {
    String what = required(action, "action", "done");
    return new Resolve(workspace)
        .run(
            new Resolve.Request(
                switch (what) {
                  case "done" -> Resolve.Action.DONE;
                  case "revert" -> Resolve.Action.REVERT;
                  default ->
                      throw GoalException.wrongInput(
                          "schema.action is done or revert, not '" + what + "'.");
                }));
  }
}
