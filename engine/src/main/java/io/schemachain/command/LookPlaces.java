package io.schemachain.command;

import io.schemachain.apply.Database;
import io.schemachain.revision.Applied;
import io.schemachain.revision.RevisionArgument;
import io.schemachain.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.List;

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
