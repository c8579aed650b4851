package io.schemachain.maven;

import io.schemachain.command.Against;
import io.schemachain.command.Check;
import io.schemachain.command.CommandResult;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails when the target, such as the model in <code>model/</code>, differs from what the revisions
 * lead to, or from a database. In a build it runs in the phase verify: who changes the model and
 * writes no revision hears of it.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends AbstractTargetMojo {
  /**
   * What the target is compared with: <code>chain</code>, what the revisions lead to, without a
   * database; or <code>database</code>, one that is at the heads.
   */
  @Parameter(property = "schema.against", defaultValue = "chain")
  private String against = "chain";

  @Override
  protected CommandResult run(Workspace workspace) {
    return new Check(workspace)
        .run(new Check.Request(Against.of(against), entities(), renamedFrom()));
  }
}
