package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.History;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists the revisions, newest first. */
@Mojo(name = "history", requiresProject = false, threadSafe = true)
public final class HistoryMojo extends AbstractSchemaMojo {
  /** Only these: <code>from:to</code>, either of which may be left out. */
  @Parameter(property = "schema.range")
  private @Nullable String range;

  /** Shows all there is to know of each. */
  @Parameter(property = "schema.verbose", defaultValue = "false")
  private boolean verbose;

  /**
   * <code>text</code> or <code>json</code>; as a picture <code>mermaid</code>, <code>svg</code> or
   * <code>html</code>.
   */
  @Parameter(property = "schema.format", defaultValue = "text")
  private String format = "text";

  @Override
  protected CommandResult run(Workspace workspace) {
    return new History(workspace).run(new History.Request(range, verbose, picture(format)));
  }
}
