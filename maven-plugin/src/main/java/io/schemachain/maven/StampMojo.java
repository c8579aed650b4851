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
   * At which revision the database is: an id, the start of one, a branch label, <code>head</code>,
   * <code>base</code>; several with commas between. Required, but with accept.
   */
  @Parameter(property = "schema.target")
  private @Nullable String target;

  /** Shows the script and connects to nothing. */
  @Parameter(property = "schema.sql", defaultValue = "false")
  private boolean sql;

  /** Takes all rows of the version table away first, also those of revisions without a file. */
  @Parameter(property = "schema.purge", defaultValue = "false")
  private boolean purge;

  /** Applied revisions that were changed and are right as they are now, with commas between. */
  @Parameter(property = "schema.accept")
  private @Nullable String accept;

  @Override
  protected CommandResult run(Workspace workspace) {
    String at = accept == null ? required(target, "target", "head") : target;
    return new Stamp(workspace).run(new Stamp.Request(at, sql, purge, accept));
  }
}
