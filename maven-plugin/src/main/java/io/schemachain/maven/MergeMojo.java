package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Merge;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes a revision that joins branches. */
@Mojo(name = "merge", requiresProject = false, threadSafe = true)
public final class MergeMojo extends AbstractSchemaMojo {
  /** Which heads to join, with commas between; by default all. */
  @Parameter(property = "schema.revisions")
  private @Nullable String revisions;

  /** What the revision does, one line; by default it names what is joined. */
  @Parameter(property = "schema.message")
  private @Nullable String message;

  /** The id of the revision; by default one is drawn at random. */
  @Parameter(property = "schema.revId")
  private @Nullable String revId;

  /** A label for the branch from here on; several with commas between. */
  @Parameter(property = "schema.branchLabel")
  private @Nullable String branchLabel;

  /** In which folder of <code>versions</code> the file goes; by default that of the first head. */
  @Parameter(property = "schema.versionPath")
  private @Nullable String versionPath;

  @Override
  protected CommandResult run(Workspace workspace) {
    return new Merge(workspace)
        .run(new Merge.Request(revisions, message, revId, words(branchLabel), versionPath));
  }
}
