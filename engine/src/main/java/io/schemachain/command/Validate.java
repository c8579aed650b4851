package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.operation.LostRows;
import io.schemachain.operation.Operation;
import io.schemachain.plan.BranchConflicts;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the whole chain without a database: files, graph, replay up and down, and what each
 * dialect refuses. All mistakes are found in one run.
 */
public final class Validate {
  private static final int MOST_LISTED = 10;

  private final Workspace workspace;

  /** What is asked for. */
  public record Request() {}

  /**
   * What was found on a dialect: mistakes, what is left out there, what revisions lose for good.
   */
  private record Checked(
      List<Diagnostic> diagnostics, List<String> omissions, List<String> losses) {}

  public Validate(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  /**
   * @throws DiagnosticException with everything that is wrong
   */
  public CommandResult run(Request request) {
    requireNonNull(request, "request");
    Diagnostics diagnostics = new Diagnostics();
    Chain chain = workspace.load(diagnostics);
    if (!workspace.hasSoundSettings()) {
      diagnostics.add(
          notChecked("The operations were not checked, for the settings have mistakes."));
      diagnostics.throwIfErrors();
    }
    List<Dialect> dialects = dialects(chain);
    List<String> messages = new ArrayList<>();
    List<Checked> all = new ArrayList<>();
    if (dialects.isEmpty()) {
      all.add(checkCommon(chain));
      messages.add(
          "Checked what holds on every database. To check one: -Dschema.dialect=postgresql, or"
              + " `dialects` in schema.yaml for all that the project must work on.");
    } else {
      dialects.forEach(dialect -> all.add(check(chain, dialect)));
    }
    all.forEach(checked -> diagnostics.addNew(checked.diagnostics));
    diagnostics.throwIfErrors();
    diagnostics.all().forEach(warning -> messages.add(warning.render()));
    int size = chain.graph().size();
    messages.add(
        0,
        (size == 1 ? "1 revision" : size + " revisions")
            + (dialects.isEmpty() ? ": no mistake." : ", valid on " + names(dialects) + "."));
    all.forEach(checked -> messages.addAll(checked.omissions));
    messages.addAll(all.get(0).losses);
    List<String> heads = chain.graph().heads();
    if (heads.size() > 1) {
      messages.add(severalHeads(chain.graph(), heads));
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("revisions", size);
    report.put("heads", heads);
    report.put("dialects", dialects.stream().map(Dialect::toString).toList());
    return new CommandResult(Status.OK, null, messages, report);
  }

  /** Which revisions lose rows or values that no downgrade brings back, a line each. */
  private static List<String> losses(List<Revision> revisions) {
    List<String> lines = new ArrayList<>();
    for (Revision revision : revisions) {
      List<String> lost = new ArrayList<>();
      for (Located<Operation> operation : revision.upgrade()) {
        LostRows.of(operation.value()).ifPresent(lost::add);
      }
      if (!lost.isEmpty()) {
        lines.add(
            revision.id() + ": " + String.join(" ", lost) + " No downgrade brings them back.");
      }
    }
    return lines.size() <= MOST_LISTED
        ? lines
        : List.of(lines.size() + " revisions lose rows or values that no downgrade brings back.");
  }

  /** What `omit` in the settings leaves out on a dialect, a line each. */
  private static List<String> omissions(List<Revision> revisions, Dialect dialect) {
    List<String> lines = new ArrayList<>();
    for (Revision revision : revisions) {
      revision.omissions().forEach(omission -> lines.add(dialect + ": " + omission));
      revision.downgradeOmissions().forEach(omission -> lines.add(dialect + ": " + omission));
    }
    return lines;
  }

  private static String names(List<Dialect> dialects) {
    return String.join(", ", dialects.stream().map(Dialect::toString).toList());
  }

  /** No mistake, and often not meant: two people wrote a revision on top of the same one. */
  private String severalHeads(RevisionGraph graph, List<String> heads) {
    return "There are "
        + heads.size()
        + " heads, so `upgrade` has to be told which: "
        + heads.stream().map(id -> graph.require(id).title()).collect(Collectors.joining(", "))
        + ".\nTo apply all: -Dschema.target=heads. To join them, where they belong together: "
        + workspace.frontEnd().commandLine("merge");
  }

  private List<Dialect> dialects(Chain chain) {
    boolean known =
        workspace.options().dialect() != null
            || !chain.settings().dialects().isEmpty()
            || workspace.url().isPresent();
    return known ? workspace.dialects() : List.of();
  }

  /** What can be replayed is replayed, whatever is wrong with the rest. */
  private static Checked check(Chain chain, Dialect dialect) {
    Diagnostics diagnostics = new Diagnostics();
    List<Revision> bound = chain.bind(dialect, chain.graph().inOrder(), diagnostics);
    List<Revision> revisions = chain.replayable(bound);
    BranchConflicts conflicts = BranchConflicts.find(revisions, chain.graph(), dialect);
    Diagnostics replay = new Diagnostics();
    chain.planner(dialect, replay).check(revisions);
    diagnostics.addAll(conflicts.with(replay.all()));
    Set<String> replayed = new HashSet<>();
    revisions.forEach(revision -> replayed.add(revision.id()));
    List<String> above =
        bound.stream()
            .map(Revision::id)
            .filter(id -> !replayed.contains(id) && !chain.hasMistake(id))
            .toList();
    if (!above.isEmpty()) {
      diagnostics.add(
          notChecked(
              "Not checked, because of mistakes in what they build on: " + listed(above) + "."));
    }
    return new Checked(diagnostics.all(), omissions(bound, dialect), losses(bound));
  }

  private static Diagnostic notChecked(String message) {
    return Diagnostic.warning(null, message, null);
  }

  private static String listed(List<String> ids) {
    return ids.size() <= MOST_LISTED
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, MOST_LISTED))
            + " and "
            + (ids.size() - MOST_LISTED)
            + " more";
  }

  /** Mistakes that are there on every dialect are there whatever the database will be. */
  private static Checked checkCommon(Chain chain) {
    Checked first = check(chain, Dialects.ALL.get(0));
    Set<Diagnostic> common = new LinkedHashSet<>(first.diagnostics);
    for (Dialect dialect : Dialects.ALL.subList(1, Dialects.ALL.size())) {
      common.retainAll(new HashSet<>(check(chain, dialect).diagnostics));
    }
    return new Checked(List.copyOf(common), List.of(), first.losses);
  }
}
