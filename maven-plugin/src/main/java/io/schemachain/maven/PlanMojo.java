package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.PlanScript;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows the script that <code>upgrade</code> would run from where the database is. */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends AbstractSchemaMojo {
  /**
   * Where to go: an id, a unique prefix of one, <code>head</code>, <code>heads</code>, <code>+2
   * </code>.
   */
  @Parameter(property = "schema.target", defaultValue = "head")
  private String target = "head";

  @Override
  protected CommandResult run(Workspace workspace) {
    return new PlanScript(workspace).run(new PlanScript.Request(target));
  }
}
