package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Show;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows one revision, whole. */
@Mojo(name = "show", requiresProject = false, threadSafe = true)
public final class ShowMojo extends AbstractSchemaMojo {
  /** Which one: an id, a unique prefix of one, <code>head</code>. */
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
