package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.NewRevision;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes a new, empty revision on top of the head. */
@Mojo(name = "revision", requiresProject = false, threadSafe = true)
public final class RevisionMojo extends AbstractSchemaMojo {
  /** What the revision does, one line; required. The name of the file follows it. */
  @Parameter(property = "schema.message")
  private @Nullable String message;

  /**
   * The id of the revision: ASCII letters, digits, _, . and -. Left out, one is drawn at random.
   */
  @Parameter(property = "schema.revId")
  private @Nullable String revId;

  @Override
  protected CommandResult run(Workspace workspace) {
    String text = required(message, "message", "Add phone to users");
    return new NewRevision(workspace).run(new NewRevision.Request(text, revId));
  }
}
