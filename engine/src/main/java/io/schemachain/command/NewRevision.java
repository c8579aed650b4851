package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.command.RevisionFiles.NewFile;
import io.schemachain.command.RevisionFiles.WrittenFile;
import io.schemachain.diagnostic.Status;
import io.schemachain.revision.Applied;
import io.schemachain.revision.RevisionArgument;
import io.schemachain.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a new revision: an empty one, or what leads to the target. */
public final class NewRevision {
  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param message one line for people
   * @param revisionId null for a new random one
   * @param head what it builds on: a head, several with commas between, {@code base}
   * @param splice whether it may build on what is no head, and so start a branch there
   * @param branchLabels of its branch, from here on
   * @param dependsOn ids, starts of ids and labels of what has to be applied before as well
   * @param versionPath one of the folders in the settings; null for that of what it builds on
   * @param autogenerate what the target is compared with, to fill the revision; null to leave it
   *     empty
   * @param entities what was said of the target's entities outside of schema.yaml; null for nothing
   * @param renamedFrom former names, such as {@code users.phone_number=phone,accounts=users}; null
   *     where nothing is said for this run
   */
  public record Request(
      @Nullable String message,
      @Nullable String revisionId,
      String head,
      boolean splice,
      List<String> branchLabels,
      List<String> dependsOn,
      @Nullable String versionPath,
      @Nullable Against autogenerate,
      @Nullable Entities entities,
      @Nullable String renamedFrom) {
    public Request {
      requireNonNull(head, "head");
      branchLabels = List.copyOf(branchLabels);
      dependsOn = List.copyOf(dependsOn);
    }

    /** With the target and the former names that schema.yaml says. */
    public Request(
        @Nullable String message,
        @Nullable String revisionId,
        String head,
        boolean splice,
        List<String> branchLabels,
        List<String> dependsOn,
        @Nullable String versionPath,
        @Nullable Against autogenerate) {
      this(
          message,
          revisionId,
          head,
          splice,
          branchLabels,
          dependsOn,
          versionPath,
          autogenerate,
          null,
          null);
    }

    /** One that a person fills. */
    public Request(
        @Nullable String message,
        @Nullable String revisionId,
        String head,
        boolean splice,
        List<String> branchLabels,
        List<String> dependsOn,
        @Nullable String versionPath) {
      this(message, revisionId, head, splice, branchLabels, dependsOn, versionPath, null);
    }
  }

  public NewRevision(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  public CommandResult run(Request request) {
    RevisionGraph graph = workspace.chain().graph();
    String message = request.message() == null ? null : request.message().strip();
    List<String> parents = parents(request, graph);
    NewFile wanted =
        new NewFile(
            request.revisionId(),
            parents,
            request.branchLabels(),
            request.dependsOn().stream().map(word -> dependency(word, graph)).toList(),
            message == null || message.isEmpty() ? null : message,
            request.versionPath());
    if (request.autogenerate() != null) {
      Comparison comparison = new Comparison(workspace, request.entities(), request.renamedFrom());
      return autogenerate(wanted, comparison, request.autogenerate(), graph);
    }
    WrittenFile file = new RevisionFiles(workspace).write(wanted);
    return new CommandResult(
        Status.OK,
        null,
        List.of(
            "Wrote " + file.shown(),
            "It builds on "
                + Applied.word(parents)
                + ". Fill in its upgrade, then: "
                + workspace.frontEnd().commandLine("validate")),
        Map.of("revision", file.id(), "file", file.shown()));
  }

  private CommandResult autogenerate(
      NewFile wanted, Comparison comparison, Against against, RevisionGraph graph) {
    List<Comparison.Result> results =
        comparison.with(against, graph.withAncestors(wanted.parents()));
    List<String> messages = new ArrayList<>(results.get(0).notes());
    boolean nothing = results.stream().allMatch(result -> result.migration().isEmpty());
    if (nothing) {
      messages.add(
          "No differences between "
              + against.words()
              + " and "
              + results.get(0).target()
              + ": no revision was written.");
      return new CommandResult(Status.OK, null, messages, Map.of("differences", List.of()));
    }
    results.forEach(comparison::requireWritable);
    WrittenFile file =
        new RevisionFiles(workspace)
            .write(wanted, Autogenerate.content(results, workspace.chain()::lastBinding));
    List<String> found = Comparison.found(results);
    found.forEach(line -> messages.add("Found " + line));
    messages.add("Wrote " + file.shown());
    messages.add(
        "Read it before it runs, and correct it where it is not what was meant. Then: "
            + workspace.frontEnd().commandLine("validate"));
    return new CommandResult(
        Status.OK,
        null,
        messages,
        Map.of("revision", file.id(), "file", file.shown(), "differences", found));
  }

  private List<String> parents(Request request, RevisionGraph graph) {
    List<String> heads = graph.heads();
    if (request.head().equals("head") && heads.size() > 1) {
      throw severalHeads(graph, heads);
    }
    List<String> parents = parents(request.head(), "schema.head", graph);
    for (String parent : parents) {
      if (!request.splice() && !graph.children(parent).isEmpty()) {
        throw CommandException.of(
            Status.INVALID,
            graph.require(parent).title()
                + " is not a head: "
                + String.join(" and ", graph.children(parent))
                + (graph.children(parent).size() == 1 ? " builds" : " build")
                + " on it already. The head above it is "
                + request.head()
                + "@head.\n\nTo start a branch there: "
                + workspace
                    .frontEnd()
                    .commandLine("revision", "-Dschema.head=" + request.head(), "-Dschema.splice"));
      }
    }
    return parents;
  }

  private CommandException severalHeads(RevisionGraph graph, List<String> heads) {
    StringBuilder lines = new StringBuilder();
    graph
        .branchNames(heads)
        .forEach(
            (head, name) ->
                lines
                    .append("\n  ")
                    .append(
                        workspace
                            .frontEnd()
                            .commandLine(
                                "revision",
                                "-Dschema.head=" + (name.equals(head) ? head : name + "@head")))
                    .append("   on ")
                    .append(graph.require(head).title()));
    return CommandException.of(
        Status.INVALID,
        "There are several heads. Say on which it builds:"
            + lines
            + "\n\nTo join them, where they belong together: "
            + workspace.frontEnd().commandLine("merge"));
  }

  /**
   * What a new revision builds on. One of them may depend on another, and none may build on
   * another.
   */
  static List<String> parents(String text, String property, RevisionGraph graph) {
    List<RevisionArgument> arguments = RevisionArgument.parseList(text);
    requireFixed(arguments, property);
    List<String> parents = Applied.at(graph, List.of()).each(arguments);
    for (String parent : parents) {
      List<String> above = graph.withBuiltOn(List.of(parent));
      for (String other : parents) {
        if (!other.equals(parent) && above.contains(other)) {
          throw CommandException.of(
              Status.INVALID,
              "In "
                  + property
                  + " "
                  + graph.require(other).title()
                  + " builds on "
                  + parent
                  + " already: leave that one out.");
        }
      }
    }
    return parents;
  }

  /** A label stays one: it is for the graph to say which revision has it. */
  private static String dependency(String word, RevisionGraph graph) {
    if (graph.labelled(word).isPresent()) {
      return word;
    }
    List<RevisionArgument> argument = List.of(RevisionArgument.parse(word));
    requireFixed(argument, "schema.dependsOn");
    List<String> place = Applied.at(graph, List.of()).place(argument);
    if (place.size() != 1) {
      throw CommandException.of(
          Status.INVALID,
          "A revision depends on one other at a time, and "
              + word
              + " is "
              + Applied.word(place)
              + ".");
    }
    return place.get(0);
  }

  /** A file is the same whatever database somebody has in mind. */
  private static void requireFixed(List<RevisionArgument> arguments, String property) {
    for (RevisionArgument argument : arguments) {
      if (argument.needsDatabase()) {
        throw CommandException.of(
            Status.INVALID,
            "'"
                + argument
                + "' in "
                + property
                + " depends on a database. Name a revision or a label.");
      }
    }
  }
}
