package io.schemachain.command;

import io.schemachain.apply.Database;
import io.schemachain.diagnostic.Status;
import io.schemachain.revision.Applied;
import io.schemachain.revision.RevisionArgument;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Places of goals that look at the files: steps count from the heads, as nothing needs to be
 * applied; only {@code current} asks the database.
 */
final class LookPlaces {
  private final Workspace workspace;
  private final RevisionGraph graph;

  LookPlaces(Workspace workspace) {
    this.workspace = workspace;
    this.graph = workspace.chain().graph();
  }

  List<String> place(List<RevisionArgument> arguments) {
    return place(arguments, Applied.of(graph, graph.inOrder()));
  }

  /** The end of a range: steps count from its start. */
  List<String> place(List<RevisionArgument> arguments, List<String> start) {
    return place(arguments, Applied.at(graph, start));
  }

  /**
   * What is on the way from one place to another, both included; parents first.
   *
   * @param text {@code from:to}, either may be left out
   * @param goal that is asked, for messages
   * @throws CommandException if it leads down
   */
  List<String> range(String text, String goal) {
    RevisionRange range = RevisionRange.parse(text);
    List<String> from = range.from().isEmpty() ? List.of() : place(range.from());
    List<String> to = range.to().isEmpty() ? graph.realHeads() : place(range.to(), from);
    List<String> upTo = graph.withAncestors(to);
    if (from.isEmpty()) {
      return upTo;
    }
    Set<String> above = new HashSet<>(graph.descendants(from));
    above.addAll(from);
    List<String> found = upTo.stream().filter(above::contains).toList();
    if (found.isEmpty() && new HashSet<>(graph.withAncestors(from)).containsAll(upTo)) {
      throw CommandException.of(
          Status.INVALID,
          "The range "
              + text
              + " is the wrong way round: the older revision stands first.\n\nType: "
              + workspace
                  .frontEnd()
                  .commandLine(
                      goal,
                      "-Dschema.range="
                          + String.join(",", to.isEmpty() ? List.of("base") : to)
                          + ":"
                          + String.join(",", from)));
    }
    return found;
  }

  private List<String> place(List<RevisionArgument> arguments, Applied files) {
    List<RevisionArgument> named = new ArrayList<>(arguments);
    List<RevisionArgument> current = new ArrayList<>(arguments);
    named.removeIf(argument -> "current".equals(argument.name()));
    current.removeAll(named);
    List<String> found = new ArrayList<>(named.isEmpty() ? List.of() : files.each(named));
    if (!current.isEmpty()) {
      found.addAll(applied().each(current));
    }
    return graph.inOrder(found);
  }

  private Applied applied() {
    try (Database database = workspace.connectToLook()) {
      DatabaseView view =
          DatabaseView.read(database, workspace.bookkeeping(database.dialect()), workspace.chain());
      return view.applied();
    }
  }
}
