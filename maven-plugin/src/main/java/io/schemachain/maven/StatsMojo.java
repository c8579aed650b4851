package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Stats;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Asks a database how large its tables are and writes it into a file beside the revisions, from
 * which lint and review know it where there is no such database. Creates nothing in the database
 * and locks nothing.
 */
@Mojo(name = "stats", requiresProject = false, threadSafe = true)
public final class StatsMojo extends AbstractSchemaMojo {
  @Override
  protected CommandResult run(Workspace workspace) {
    return new Stats(workspace).run(new Stats.Request());
  }
}
