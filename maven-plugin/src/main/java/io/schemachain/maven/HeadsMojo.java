package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Heads;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lists the revisions on which no other builds. */
@Mojo(name = "heads", requiresProject = false, threadSafe = true)
public final class HeadsMojo extends AbstractSchemaMojo {
  /** Shows all there is to know of each. */
  @Parameter(property = "schema.verbose", defaultValue = "false")
  private boolean verbose;

  /** <code>text</code> or <code>json</code>. */
  @Parameter(property = "schema.format", defaultValue = "text")
  private String format = "text";

  @Override
  protected CommandResult run(Workspace workspace) {
    return new Heads(workspace).run(new Heads.Request(verbose, format(format)));
  }
}
