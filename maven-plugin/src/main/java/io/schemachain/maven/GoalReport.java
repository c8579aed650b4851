package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.Json;
import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.Status;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a goal ended, for programs: Maven's exit code says only yes or no. */
final class GoalReport {
  private final String goal;
  private final Path file;

  GoalReport(String goal, Path file) {
    this.goal = goal;
    this.file = file;
  }

  void write(CommandResult result) {
    Map<String, Object> content = start(result.status());
    content.putAll(result.report());
    GoalOutput.write(out -> out.append(Json.document(content)), file);
  }

  void write(Status status, Throwable failure) {
    Map<String, Object> content = start(status);
    content.put("error", String.valueOf(failure.getMessage()));
    if (failure instanceof DiagnosticException invalid) {
      content.put("diagnostics", invalid.diagnostics().stream().map(GoalReport::entry).toList());
    }
    GoalOutput.write(out -> out.append(Json.document(content)), file);
  }

  private Map<String, Object> start(Status status) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", status.word());
    content.put("goal", goal);
    return content;
  }

  private static Map<String, Object> entry(Diagnostic diagnostic) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("severity", diagnostic.severity().word());
    SourceLocation location = diagnostic.location();
    if (location != null) {
      entry.put("file", location.path());
      put(entry, "line", location.line());
      put(entry, "column", location.column());
    }
    entry.put("message", diagnostic.message());
    @Nullable String hint = diagnostic.hint();
    if (hint != null) {
      entry.put("hint", hint);
    }
    return entry;
  }

  private static void put(Map<String, Object> entry, String name, int position) {
    if (position > 0) {
      entry.put(name, position);
    }
  }
}
