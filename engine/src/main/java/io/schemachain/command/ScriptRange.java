package io.schemachain.command;

import io.schemachain.diagnostic.Status;
import io.schemachain.revision.Applied;
import io.schemachain.revision.RevisionArgument;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionRange;
import java.util.List;

/**
 * From where to where a script leads, without a database to ask.
 *
 * @param start what is applied where the script starts, in the documented order
 */
record ScriptRange(Applied start, List<RevisionArgument> to) {

  /**
   * A range says where a database is, which it knows itself.
   *
   * @throws CommandException if a target is one
   */
  static void requireNone(String target) {
    if (RevisionRange.isRange(target)) {
      throw CommandException.of(
          Status.INVALID,
          "'"
              + target
              + "' is a range, for a script without a database: add -Dschema.sql, or name only where"
              + " to go.");
    }
  }

  /**
   * {@code to}, from base, or {@code from:to}; both may be lists.
   *
   * @param fromRequired whether base would make no sense
   */
  static ScriptRange parse(String text, RevisionGraph graph, boolean fromRequired) {
    if (!RevisionRange.isRange(text)) {
      if (fromRequired) {
        throw CommandException.of(
            Status.INVALID,
            "Without a database it is not known where it is: write the target as <from>:<to>, such as"
                + " head:"
                + (text.isEmpty() ? "base" : text)
                + ".");
      }
      return new ScriptRange(Applied.at(graph, List.of()), to(text));
    }
    RevisionRange range = RevisionRange.parse(text);
    if (range.to().isEmpty()) {
      throw CommandException.of(
          Status.INVALID, "'" + text + "' does not say where to: write <from>:<to>.");
    }
    if (range.from().stream().anyMatch(RevisionArgument::needsDatabase)) {
      throw CommandException.of(
          Status.INVALID, "The first part of '" + text + "' must name a revision, or base.");
    }
    Applied nothing = Applied.at(graph, List.of());
    List<String> from = range.from().isEmpty() ? List.of() : nothing.place(range.from());
    return new ScriptRange(Applied.at(graph, from), to(range.to()));
  }

  private static List<RevisionArgument> to(String text) {
    return to(RevisionArgument.parseList(text));
  }

  /** Steps count from the start; where a database is, no script knows. */
  private static List<RevisionArgument> to(List<RevisionArgument> arguments) {
    for (RevisionArgument argument : arguments) {
      if ("current".equals(argument.name())) {
        throw CommandException.of(
            Status.INVALID,
            "'" + argument + "' is where the database is, and a script is made without one.");
      }
    }
    return arguments;
  }
}
