package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Stamp;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Marks the database as being at a revision and runs nothing of it. */
@Mojo(name = "stamp", requiresProject = false, threadSafe = true)
public final class StampMojo extends AbstractSchemaMojo {
  /**
   * At which revision the database is, required: an id, a unique prefix of one, <code>head</code>,
   * <code>base</code>.
   */
  @Parameter(property = "schema.target")
  private @Nullable String target;

  /** Shows the script and connects to nothing. */
  @Parameter(property = "schema.sql", defaultValue = "false")
  private boolean sql;

  @Override
  protected CommandResult run(Workspace workspace) {
    String at = required(target, "target", "head");
    return new Stamp(workspace).run(new Stamp.Request(at, sql));
  }
}
