package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.lint.Finding;
import io.schemachain.lint.Level;
import io.schemachain.lint.output.GithubOutput;
import io.schemachain.lint.output.GitlabOutput;
import io.schemachain.lint.output.JsonOutput;
import io.schemachain.lint.output.JunitOutput;
import io.schemachain.lint.output.LintReport;
import io.schemachain.lint.output.SarifOutput;
import io.schemachain.lint.output.TextOutput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for what is dangerous in the revisions, without a database. */
public final class Lint {
  private static final int MOST_TOLD = 20;

  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param failOn {@code error}, {@code warning} or {@code never}; null where the settings decide
   * @param since a branch, a tag or a commit: only revisions that differ from it are looked at;
   *     null for all
   * @param fix writes {@code strategy: online} at operations for which that is what to do
   */
  public record Request(
      LintFormat format, @Nullable String failOn, @Nullable String since, boolean fix) {
    public Request {
      requireNonNull(format, "format");
    }
  }

  public Lint(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  /**
   * Findings that fail the build are a failure of the result, which has all to show as well.
   *
   * @throws io.schemachain.diagnostic.DiagnosticException if the chain is not valid
   */
  public CommandResult run(Request request) {
    Chain chain = workspace.chain();
    Optional<Level> failOn = failOn(request.failOn(), chain);
    List<Dialect> dialects = workspace.dialects();
    String since = request.since();
    Set<String> looked =
        since == null
            ? new LinkedHashSet<>(chain.graph().inOrder())
            : chain.changed(new GitChanges(workspace.folder().directory()).since(since));
    List<Finding> findings = Linted.of(workspace, dialects, looked, since != null).findings();
    List<String> messages = new ArrayList<>();
    if (request.fix()) {
      messages.addAll(new LintFix(workspace).write(findings));
      workspace.forget();
      chain = workspace.chain();
      findings = Linted.of(workspace, dialects, looked, since != null).findings();
    }
    LintReport report =
        new LintReport(
            findings,
            dialects.stream().map(Dialect::toString).toList(),
            looked.size(),
            failOn.orElse(null),
            Tool.name());
    String shown =
        switch (request.format()) {
          case TEXT -> TextOutput.of(report);
          case JSON -> Json.document(JsonOutput.of(report));
          case SARIF -> Json.document(SarifOutput.of(report));
          case GITHUB -> GithubOutput.of(report);
          case GITLAB -> Json.array(GitlabOutput.of(report));
          case JUNIT -> JunitOutput.of(report);
        };
    List<Finding> failing = report.failing();
    messages.add(
        "Looked at "
            + (report.revisions() == 1 ? "1 revision" : report.revisions() + " revisions")
            + " on "
            + String.join(", ", report.dialects())
            + ": "
            + report.summary()
            + ".");
    return new CommandResult(
        failing.isEmpty() ? Status.OK : Status.INVALID,
        shown.isEmpty() ? null : Shown.of(shown),
        messages,
        JsonOutput.of(report),
        failing.isEmpty() ? null : failure(failing));
  }

  private Optional<Level> failOn(@Nullable String given, Chain chain) {
    String word = given == null ? chain.settings().lint().failOn() : given;
    if (word == null) {
      return Optional.of(Level.ERROR);
    }
    if (word.equals("never")) {
      return Optional.empty();
    }
    return Optional.of(
        Level.of(word)
            .filter(level -> level == Level.ERROR || level == Level.WARNING)
            .orElseThrow(
                () ->
                    CommandException.of(
                        Status.INVALID,
                        "schema.failOn is error, warning or never, not '" + word + "'.")));
  }

  private static String failure(List<Finding> failing) {
    StringBuilder out = new StringBuilder("Lint found what must not go out like this:");
    for (Finding finding : failing.subList(0, Math.min(failing.size(), MOST_TOLD))) {
      out.append("\n  ")
          .append(finding.location())
          .append(": ")
          .append(finding.level().word())
          .append(": ")
          .append(finding.message())
          .append(" [")
          .append(finding.rule().slug())
          .append(']');
    }
    if (failing.size() > MOST_TOLD) {
      out.append("\n  and ").append(failing.size() - MOST_TOLD).append(" more");
    }
    return out.append(
            "\n\nMend it as each finding says above, or accept it there: suppress: [{rule: ")
        .append(failing.get(0).rule().slug())
        .append(", reason: <why>}]")
        .toString();
  }
}
