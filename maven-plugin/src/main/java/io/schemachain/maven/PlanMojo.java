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
   * Where to go: an id, the start of one, a branch label, <code>head</code>, <code>heads</code>,
   * <code>+2</code>, <code>label@head</code>; several with commas between.
   */
  @Parameter(property = "schema.target", defaultValue = "head")
  private String target = "head";

  /** Runs also revisions that came into the chain below what is applied already, after it. */
  @Parameter(property = "schema.outOfOrder", defaultValue = "false")
  private boolean outOfOrder;

  @Override
  protected CommandResult run(Workspace workspace) {
    return new PlanScript(workspace).run(new PlanScript.Request(target, outOfOrder));
  }
}
