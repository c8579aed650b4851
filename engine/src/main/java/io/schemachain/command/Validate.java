package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Severity;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.plan.BranchConflicts;
import io.schemachain.plan.Planner;
import io.schemachain.revision.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the whole chain without a database: files, graph, replay up and down, and what each
 * dialect refuses. All mistakes are found in one run.
 */
public final class Validate {
  private final Workspace workspace;

  /** What is asked for. */
  public record Request() {}

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
    diagnostics.throwIfErrors();
    List<Dialect> dialects = dialects(chain);
    List<String> messages = new ArrayList<>();
    List<String> heads = chain.graph().heads();
    if (heads.size() > 1) {
      messages.add("There are " + heads.size() + " heads: " + String.join(", ", heads) + ".");
    }
    if (dialects.isEmpty()) {
      checkCommon(chain);
      messages.add(
          "Checked what holds on every database. To check one: -Dschema.dialect=postgresql, or"
              + " `dialects` in schema.yaml for all that the project must work on.");
    } else {
      dialects.forEach(dialect -> addNew(diagnostics, check(chain, dialect)));
      diagnostics.throwIfErrors();
    }
    int size = chain.graph().ids().size();
    messages.add(
        0,
        (size == 1 ? "1 revision" : size + " revisions")
            + (dialects.isEmpty() ? ": no mistake." : ", valid on " + names(dialects) + "."));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("revisions", chain.graph().ids().size());
    report.put("dialects", dialects.stream().map(Dialect::toString).toList());
    return new CommandResult(Status.OK, null, messages, report);
  }

  private static String names(List<Dialect> dialects) {
    return String.join(", ", dialects.stream().map(Dialect::toString).toList());
  }

  private List<Dialect> dialects(Chain chain) {
    if (workspace.options().dialect() == null && !chain.settings().dialects().isEmpty()) {
      return chain.settings().dialects().stream()
          .map(text -> Workspace.dialect(text, "dialects in schema.yaml"))
          .toList();
    }
    boolean known = workspace.options().dialect() != null || workspace.url().isPresent();
    return known ? List.of(workspace.offlineDialect()) : List.of();
  }

  private static List<Diagnostic> check(Chain chain, Dialect dialect) {
    Diagnostics diagnostics = new Diagnostics();
    List<Revision> revisions = chain.bind(dialect, chain.graph().inOrder(), diagnostics);
    if (!diagnostics.hasErrors()) {
      BranchConflicts conflicts = BranchConflicts.find(revisions, dialect);
      diagnostics.addAll(conflicts.diagnostics());
      Diagnostics replayed = new Diagnostics();
      new Planner(dialect, replayed).check(revisions);
      Set<SourceLocation> collided = conflicts.locations();
      replayed.all().stream()
          .filter(one -> one.location() == null || !collided.contains(one.location()))
          .forEach(diagnostics::add);
      if (chain.settings().transactionPerRun()) {
        OneTransaction.require(revisions, dialect, chain, diagnostics);
      }
    }
    return diagnostics.all();
  }

  /** The same mistake on several dialects is said once. */
  private static void addNew(Diagnostics all, List<Diagnostic> found) {
    Set<Diagnostic> known = new LinkedHashSet<>(all.all());
    found.stream().filter(known::add).forEach(all::add);
  }

  /** Mistakes that are there on every dialect are there whatever the database will be. */
  private static void checkCommon(Chain chain) {
    Set<Diagnostic> common = null;
    for (Dialect dialect : Dialects.ALL) {
      Set<Diagnostic> found = new LinkedHashSet<>(check(chain, dialect));
      if (common == null) {
        common = found;
      } else {
        common.retainAll(found);
      }
    }
    if (common != null && common.stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
      throw new DiagnosticException(new ArrayList<>(common));
    }
  }
}
