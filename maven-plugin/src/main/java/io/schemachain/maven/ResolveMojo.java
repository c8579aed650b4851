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
   * What became of it, required: <code>done</code>, the statement at which it stopped is done, and
   * the next run goes on after it; <code>retry</code>, it is not done, and the next run runs it
   * again; <code>revert</code>, all is as it was before the revision.
   */
  @Parameter(property = "schema.action")
  private @Nullable String action;

  @Override
  protected CommandResult run(Workspace workspace) {
    String what = required(action, "action", "retry");
    return new Resolve(workspace)
        .run(
            new Resolve.Request(
                switch (what) {
                  case "done" -> Resolve.Action.DONE;
                  case "retry" -> Resolve.Action.RETRY;
                  case "revert" -> Resolve.Action.REVERT;
                  default ->
                      throw GoalException.wrongInput(
                          "schema.action is done, retry or revert, not '" + what + "'.");
                }));
  }
}
