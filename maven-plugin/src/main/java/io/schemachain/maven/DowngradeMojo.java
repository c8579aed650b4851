package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Downgrade;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Takes the database back to a revision; or shows the script that would do it. */
@Mojo(name = "downgrade", requiresProject = false, threadSafe = true)
public final class DowngradeMojo extends AbstractSchemaMojo {
  /**
   * Where to go, required: an id, the start of one, a branch label, <code>base</code>, <code>-1
   * </code>, <code>label@-1</code>; with sql <code>from:to</code>.
   */
  @Parameter(property = "schema.target")
  private @Nullable String target;

  /** Shows the script and connects to nothing. */
  @Parameter(property = "schema.sql", defaultValue = "false")
  private boolean sql;

  @Override
  protected CommandResult run(Workspace workspace) {
    String to = required(target, "target", "-1");
    return new Downgrade(workspace).run(new Downgrade.Request(to, sql));
  }
}
