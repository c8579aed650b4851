package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.StrategyEdit;
import io.schemachain.lint.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes into revisions what findings propose, where that is one key of an operation. */
final class LintFix {
  private final Workspace workspace;

  LintFix(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  /** Writes it and says what was written, a line a file. */
  List<String> write(List<Finding> findings) {
    Map<SourceText, Set<SourceLocation>> bySource = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.online() && finding.suppressed() == null) {
        bySource
            .computeIfAbsent(finding.location().source(), source -> new LinkedHashSet<>())
            .add(finding.location());
      }
    }
    List<String> messages = new ArrayList<>();
    bySource.forEach((source, operations) -> messages.add(write(source, operations)));
    if (messages.isEmpty()) {
      messages.add("There is nothing that `strategy: online` mends.");
    }
    return messages;
  }

  private String write(SourceText source, Set<SourceLocation> operations) {
    Optional<StrategyEdit.Edited> edited = StrategyEdit.online(source, operations);
    if (edited.isEmpty()) {
      return source.path()
          + ": `strategy: online` could not be written here; write it at the operations by hand.";
    }
    int count = edited.get().count();
    if (count == 0) {
      return source.path()
          + ": nothing was written, for the operations name a strategy themselves. Write `strategy: online` in its place, or suppress the finding.";
    }
    Path file = workspace.folder().file(source.path());
    try {
      WholeFile.replace(file, out -> out.append(edited.get().text()));
    } catch (IOException e) {
      throw CommandException.environmental(
          "The file " + source.path() + " cannot be written: " + e, e);
    }
    return source.path()
        + ": wrote `strategy: online` at "
        + (count == 1 ? "1 operation." : count + " operations.");
  }
}
