package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Review;
import io.schemachain.command.ReviewFormat;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes one document about revisions for those who decide on them: SQL for each database, locks,
 * losses, findings, what to ask before, and a checksum to sign against. With a database, about what
 * is pending there; it is read and not changed.
 */
@Mojo(name = "review", requiresProject = false, threadSafe = true)
public final class ReviewMojo extends AbstractSchemaMojo {
  /**
   * <code>html</code>, a page for a browser or for paper, or <code>markdown</code>, a comment for a
   * pull request.
   */
  @Parameter(property = "schema.format", defaultValue = "html")
  private String format = "html";

  /**
   * A branch, a tag or a commit of Git, such as <code>origin/main</code>: only revisions that
   * differ from it.
   */
  @Parameter(property = "schema.since")
  private @Nullable String since;

  /** Only these: <code>from:to</code>, either of which may be left out. */
  @Parameter(property = "schema.range")
  private @Nullable String range;

  @Override
  protected CommandResult run(Workspace workspace) {
    ReviewFormat wanted =
        ReviewFormat.of(format)
            .orElseThrow(
                () ->
                    GoalException.wrongInput(
                        "schema.format is html or markdown, not '" + format + "'."));
    return new Review(workspace).run(new Review.Request(wanted, since, range));
  }
}
