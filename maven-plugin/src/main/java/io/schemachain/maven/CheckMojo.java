package io.schemachain.maven;

import io.schemachain.command.Against;
import io.schemachain.command.Check;
import io.schemachain.command.CommandResult;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

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
public final class CheckMojo extends AbstractSchemaMojo {
  /**
   * What the target is compared with: <code>chain</code>, what the revisions lead to, without a
   * database; or <code>database</code>, one that is at the heads.
   */
  @Parameter(property = "schema.against", defaultValue = "chain")
  private String against = "chain";

  /**
   * Entities that are the target: their <code>packages</code> or a persistence <code>unit</code>,
   * <code>naming</code> with <code>physical</code> and <code>implicit</code>, and <code>properties
   * </code>, as in <code>target</code> of schema.yaml, before which it goes. On the command line:
   * packages, with commas between.
   */
  @Parameter(property = "schema.jpa")
  private @Nullable JpaParameter jpa;

  /**
   * What tables and columns of the target were called before, <code>name=former name</code>, with
   * commas between: <code>accounts=users,users.phone_number=phone</code>. Nothing behind the sign:
   * it is new. Stronger than <code>renamed_from</code> in schema.yaml.
   */
  @Parameter(property = "schema.renamedFrom")
  private @Nullable String renamedFrom;

  @Override
  protected CommandResult run(Workspace workspace) {
    return new Check(workspace)
        .run(new Check.Request(Against.of(against), entities(jpa), renamedFrom));
  }
}
