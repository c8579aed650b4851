package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Drift;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Compares the database with what the revisions that are applied in it lead to, and fails with what
 * a person changed by hand. Creates nothing and locks nothing.
 */
@Mojo(name = "drift", requiresProject = false, threadSafe = true)
public final class DriftMojo extends AbstractSchemaMojo {
  @Override
  protected CommandResult run(Workspace workspace) {
    return new Drift(workspace).run(new Drift.Request());
  }
}
