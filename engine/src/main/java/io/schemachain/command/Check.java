package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Status;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Undecided;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fails when the target differs from the chain, or from a database at its heads. */
public final class Check {
  private final Workspace workspace;

  /**
   * What is asked for.
   *
   * @param entities what was said of the target's entities outside of schema.yaml; null for nothing
   * @param renamedFrom former names, such as {@code users.phone_number=phone,accounts=users}; null
   *     where nothing is said for this run
   */
  public record Request(
      Against against, @Nullable Entities entities, @Nullable String renamedFrom) {
    public Request {
      requireNonNull(against, "against");
    }

    /** With the target and the former names that schema.yaml says. */
    public Request(Against against) {
      this(against, null, null);
    }
  }

  public Check(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  /**
   * @throws CommandException with the list of differences
   */
  public CommandResult run(Request request) {
    Comparison comparison = new Comparison(workspace, request.entities(), request.renamedFrom());
    List<Comparison.Result> results =
        comparison.with(request.against(), workspace.chain().graph().inOrder());
    List<String> lines = Comparison.byDialect(results, Check::lines);
    String what = request.against().words();
    if (lines.isEmpty()) {
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("against", request.against().name().toLowerCase(Locale.ROOT));
      report.put("differences", List.of());
      List<String> messages = new ArrayList<>(results.get(0).notes());
      messages.add("No differences between " + what + " and " + results.get(0).target() + ".");
      return new CommandResult(Status.OK, null, messages, report);
    }
    results.get(0).notes().forEach(workspace.frontEnd().progress()::warn);
    throw CommandException.of(
        Status.PENDING,
        "There are differences between "
            + what
            + " and "
            + results.get(0).target()
            + ":\n  "
            + String.join("\n  ", lines)
            + "\n\nWrite a revision for that: "
            + workspace.frontEnd().commandLine("revision", options(request, results)));
  }

  private static String[] options(Request request, List<Comparison.Result> results) {
    List<String> options = new ArrayList<>(List.of("-Dschema.autogenerate"));
    if (request.against() == Against.DATABASE) {
      options.add("-Dschema.against=database");
    }
    options.add("-Dschema.message=<what it does>");
    Set<String> formerNames = new LinkedHashSet<>();
    if (request.renamedFrom() != null) {
      formerNames.add(request.renamedFrom());
    }
    for (Comparison.Result result : results) {
      for (Undecided undecided : result.migration().undecided()) {
        formerNames.add(
            undecided.name()
                + "=<"
                + String.join(" or ", undecided.candidates())
                + ", or nothing: new>");
      }
    }
    if (!formerNames.isEmpty()) {
      options.add("-Dschema.renamedFrom=" + String.join(",", formerNames));
    }
    return options.toArray(String[]::new);
  }

  private static List<String> lines(Migration migration) {
    List<String> lines = new ArrayList<>(migration.found());
    migration
        .undecided()
        .forEach(
            undecided ->
                lines.add(
                    "undecided "
                        + undecided.subject()
                        + ": new, or "
                        + String.join(" or ", undecided.candidates())
                        + " under another name"));
    return lines;
  }
}
