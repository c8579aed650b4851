package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Show;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows revisions, whole. */
@Mojo(name = "show", requiresProject = false, threadSafe = true)
public final class ShowMojo extends AbstractSchemaMojo {
  /** Which: an id, the start of one, a label, <code>heads</code>; several with commas between. */
  @Parameter(property = "schema.target", defaultValue = "head")
  private String target = "head";

  /** <code>text</code> or <code>json</code>. */
  @Parameter(property = "schema.format", defaultValue = "text")
  private String format = "text";

  @Override
  protected CommandResult run(Workspace workspace) {
    return new Show(workspace).run(new Show.Request(target, format(format)));
  }
}
