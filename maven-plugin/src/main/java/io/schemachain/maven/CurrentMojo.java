package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Current;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows at which revisions the database is. It creates, locks and changes nothing there. */
@Mojo(name = "current", requiresProject = false, threadSafe = true)
public final class CurrentMojo extends AbstractSchemaMojo {
  /** Shows as well which database that is, and where each setting came from. */
  @Parameter(property = "schema.verbose", defaultValue = "false")
  private boolean verbose;

  /** Fails when the database is not at all heads. */
  @Parameter(property = "schema.checkHeads", defaultValue = "false")
  private boolean checkHeads;

  /** <code>text</code> or <code>json</code>. */
  @Parameter(property = "schema.format", defaultValue = "text")
  private String format = "text";

  @Override
  protected CommandResult run(Workspace workspace) {
    return new Current(workspace).run(new Current.Request(verbose, checkHeads, format(format)));
  }
}
