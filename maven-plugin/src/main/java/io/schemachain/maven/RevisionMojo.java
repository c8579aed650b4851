package io.schemachain.maven;

import io.schemachain.command.Against;
import io.schemachain.command.CommandResult;
import io.schemachain.command.NewRevision;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes a new, empty revision, on top of the head if nothing else is said. */
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

  /**
   * What it builds on: a head, by its id or as <code>label@head</code>; <code>base</code> for
   * nothing; several with commas between.
   */
  @Parameter(property = "schema.head", defaultValue = "head")
  private String head = "head";

  /** Lets it build on a revision that is no head, so that a branch starts there. */
  @Parameter(property = "schema.splice", defaultValue = "false")
  private boolean splice;

  /** A label for the branch from here on; several with commas between. */
  @Parameter(property = "schema.branchLabel")
  private @Nullable String branchLabel;

  /** What has to be applied before as well: ids or labels, with commas between. */
  @Parameter(property = "schema.dependsOn")
  private @Nullable String dependsOn;

  /**
   * In which folder of <code>versions</code> the file goes; by default that of what it builds on.
   */
  @Parameter(property = "schema.versionPath")
  private @Nullable String versionPath;

  /**
   * Fills the revision with what leads to the target: the model in <code>model/</code>, or what
   * <code>target</code> in schema.yaml says. Where nothing differs no file is written.
   */
  @Parameter(property = "schema.autogenerate", defaultValue = "false")
  private boolean autogenerate;

  /**
   * What the target is compared with: <code>chain</code>, what the revisions lead to, without a
   * database; or <code>database</code>, one that is at the heads.
   */
  @Parameter(property = "schema.against", defaultValue = "chain")
  private String against = "chain";

  @Override
  protected CommandResult run(Workspace workspace) {
    String text = required(message, "message", "Add phone to users");
    return new NewRevision(workspace)
        .run(
            new NewRevision.Request(
                text,
                revId,
                head,
                splice,
                words(branchLabel),
                words(dependsOn),
                versionPath,
                autogenerate ? Against.of(against) : null));
  }
}
