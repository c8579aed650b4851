package io.schemachain.maven;

import io.schemachain.command.Baseline;
import io.schemachain.command.CommandResult;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes an existing database as the first revision, and marks the database as being at it. */
@Mojo(name = "baseline", requiresProject = false, threadSafe = true)
public final class BaselineMojo extends AbstractSchemaMojo {
  /** What the revision does, one line; by default <code>Baseline</code>. */
  @Parameter(property = "schema.message")
  private @Nullable String message;

  /**
   * The id of the revision: ASCII letters, digits, _, . and -. Left out, one is drawn at random.
   */
  @Parameter(property = "schema.revId")
  private @Nullable String revId;

  @Override
  protected CommandResult run(Workspace workspace) {
    return new Baseline(workspace).run(new Baseline.Request(message, revId));
  }
}
