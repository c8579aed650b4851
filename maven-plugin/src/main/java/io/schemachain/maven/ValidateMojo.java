package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Validate;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks the whole chain of revisions without a database, for each database that schema.yaml lists.
 * In a build it runs in the phase validate: a mistake stops the build before anything is compiled.
 */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class ValidateMojo extends AbstractSchemaMojo {
  @Override
  protected CommandResult run(Workspace workspace) {
    return new Validate(workspace).run(new Validate.Request());
  }
}
