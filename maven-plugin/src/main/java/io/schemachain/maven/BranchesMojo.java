package io.schemachain.maven;

import io.schemachain.command.Branches;
import io.schemachain.command.CommandResult;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lists where the chain branches, and the labels of its branches. */
@Mojo(name = "branches", requiresProject = false, threadSafe = true)
public final class BranchesMojo extends AbstractSchemaMojo {
  /** Shows all there is to know of each. */
  @Parameter(property = "schema.verbose", defaultValue = "false")
  private boolean verbose;

  /** <code>text</code> or <code>json</code>. */
  @Parameter(property = "schema.format", defaultValue = "text")
  private String format = "text";

  @Override
  protected CommandResult run(Workspace workspace) {
    return new Branches(workspace).run(new Branches.Request(verbose, format(format)));
  }
}
