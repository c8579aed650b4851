package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Upgrade;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Brings the database to a revision, by default the head; or shows the script that would do it. */
@Mojo(name = "upgrade", requiresProject = false, threadSafe = true)
public final class UpgradeMojo extends AbstractSchemaMojo {
  /**
   * Where to go: an id, the start of one, a branch label, <code>head</code>, <code>heads</code>,
   * <code>+2</code>, <code>label@head</code>; several with commas between; with sql also <code>
   * from:to
   * </code>.
   */
  @Parameter(property = "schema.target", defaultValue = "head")
  private String target = "head";

  /** Shows the script and connects to nothing. */
  @Parameter(property = "schema.sql", defaultValue = "false")
  private boolean sql;

  /** Runs also revisions that came into the chain below what is applied already, after it. */
  @Parameter(property = "schema.outOfOrder", defaultValue = "false")
  private boolean outOfOrder;

  @Override
  protected CommandResult run(Workspace workspace) {
    return new Upgrade(workspace).run(new Upgrade.Request(target, sql, outOfOrder));
  }
}
