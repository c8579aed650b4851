package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Init;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Lays out the migration folder with settings, a first example, and the JSON Schemas with which
 * editors complete and check revisions.
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends AbstractSchemaMojo {
  @Override
  protected boolean needsDirectory() {
    return false;
  }

  @Override
  protected CommandResult run(Workspace workspace) {
    return new Init(workspace).run(new Init.Request());
  }
}
