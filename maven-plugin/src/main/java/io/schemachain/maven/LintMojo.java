package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Lint;
import io.schemachain.command.LintFormat;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is dangerous in the revisions: data that is lost, locks that make others wait,
 * changes that fail on the rows there are, programs that break. Needs no database.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class LintMojo extends AbstractSchemaMojo {
  /**
   * <code>text</code>, <code>json</code>, <code>sarif</code> for code scanning, <code>github</code>
   * for annotations of a GitHub job, <code>gitlab</code> for a code quality report, or <code>junit
   * </code>.
   */
  @Parameter(property = "schema.format", defaultValue = "text")
  private String format = "text";

  /**
   * The least serious finding for which the build fails: <code>error</code>, <code>warning</code>,
   * or <code>never</code>. Left out, what schema.yaml says under <code>lint</code>, else <code>
   * error</code>.
   */
  @Parameter(property = "schema.failOn")
  private @Nullable String failOn;

  /**
   * A branch, a tag or a commit of Git, such as <code>origin/main</code>: only revisions that
   * differ from it are looked at.
   */
  @Parameter(property = "schema.since")
  private @Nullable String since;

  /**
   * Whether <code>strategy: online</code> is written into the revisions at operations for which
   * that is what to do.
   */
  @Parameter(property = "schema.fix", defaultValue = "false")
  private boolean fix;

  @Override
  protected CommandResult run(Workspace workspace) {
    LintFormat wanted =
        LintFormat.of(format)
            .orElseThrow(
                () ->
                    GoalException.wrongInput(
                        "schema.format is text, json, sarif, github, gitlab or junit, not '"
                            + format
                            + "'."));
    return new Lint(workspace).run(new Lint.Request(wanted, failOn, since, fix));
  }
}
