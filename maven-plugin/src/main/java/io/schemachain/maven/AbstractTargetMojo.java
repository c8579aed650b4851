package io.schemachain.maven;

import io.schemachain.command.Entities;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that read the target are told of it. */
abstract class AbstractTargetMojo extends AbstractSchemaMojo {
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
   * it is new. Stronger than <code>renamed_from</code> in schema.yaml. The goal revision takes it
   * with <code>autogenerate</code> alone.
   */
  @Parameter(property = "schema.renamedFrom")
  private @Nullable String renamedFrom;

  /** What the command line and the POM say of the entities that are the target. */
  protected final @Nullable Entities entities() {
    return jpa == null ? null : jpa.entities(sourceOf("jpa"));
  }

  protected final @Nullable String renamedFrom() {
    return renamedFrom;
  }
}
