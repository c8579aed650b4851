package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.dialect.Dialect;
import io.schemachain.format.TableStatistics;
import io.schemachain.lint.ChainSite;
import io.schemachain.lint.Finding;
import io.schemachain.lint.LintSettings;
import io.schemachain.lint.Linter;
import io.schemachain.lint.Rules;
import io.schemachain.lint.Statistics;
import io.schemachain.plan.Plan;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some revisions of a valid chain as rules looked at them.
 *
 * @param plans of each dialect, in its order, over the whole chain
 * @param statistics of tables, where somebody measured them
 */
record Linted(List<Plan> plans, Statistics statistics, List<Finding> findings) {
  Linted {
    plans = List.copyOf(plans);
    requireNonNull(statistics, "statistics");
    findings = List.copyOf(findings);
  }

  /**
   * Where no database was asked: from nothing to the heads.
   *
   * @param looked ids of the revisions that findings are wanted of
   * @param changedSince whether these are what differs from another state of the project
   */
  static Linted of(
      Workspace workspace, List<Dialect> dialects, Set<String> looked, boolean changedSince) {
    Chain chain = workspace.chain();
    Diagnostics diagnostics = new Diagnostics();
    Map<String, List<Revision>> revisions = new LinkedHashMap<>();
    List<Plan> plans = new ArrayList<>();
    for (Dialect dialect : dialects) {
      Diagnostics own = new Diagnostics();
      List<Revision> bound = chain.bind(dialect, chain.graph().inOrder(), own);
      revisions.put(dialect.name(), bound);
      plans.add(chain.planner(dialect, own).upgrade(List.of(), bound));
      diagnostics.addNew(own.all());
    }
    return of(workspace, plans, revisions, looked, changedSince, diagnostics);
  }

  /**
   * The same on top of what a database has applied.
   *
   * @param applied in the order of application
   * @param pending ids, in the order in which they run
   */
  static Linted of(
      Workspace workspace, Dialect dialect, List<Revision> applied, List<String> pending) {
    Chain chain = workspace.chain();
    Diagnostics diagnostics = new Diagnostics();
    List<Revision> bound = chain.bind(dialect, pending, diagnostics);
    List<Revision> all = new ArrayList<>(applied);
    all.addAll(bound);
    Plan plan = chain.planner(dialect, diagnostics).upgrade(applied, bound);
    return of(
        workspace,
        List.of(plan),
        Map.of(dialect.name(), all),
        Set.copyOf(pending),
        true,
        diagnostics);
  }

  private static Linted of(
      Workspace workspace,
      List<Plan> plans,
      Map<String, List<Revision>> revisions,
      Set<String> looked,
      boolean changedSince,
      Diagnostics diagnostics) {
    Chain chain = workspace.chain();
    RevisionGraph graph = chain.graph();
    LintSettings settings = LintConfiguration.of(chain.settings().lint(), graph);
    Statistics statistics = statistics(workspace, chain, diagnostics);
    diagnostics.throwIfErrors();
    List<Finding> findings =
        new Linter(Rules.ALL, settings, statistics, LocalDate.now(ZoneOffset.UTC))
            .lint(plans, new ChainSite(graph, revisions, looked, changedSince, settings));
    return new Linted(plans, statistics, findings);
  }

  private static Statistics statistics(Workspace workspace, Chain chain, Diagnostics diagnostics) {
    Path file = workspace.folder().directory().resolve(chain.settings().lint().statistics());
    workspace.folder().requireInProject(file);
    if (!Files.exists(file)) {
      return Statistics.NONE;
    }
    Map<String, Statistics.Size> sizes = new LinkedHashMap<>();
    workspace
        .folder()
        .read(file, diagnostics)
        .flatMap(source -> TableStatistics.read(source, diagnostics))
        .map(TableStatistics::tables)
        .orElse(List.of())
        .forEach(
            size ->
                sizes.put(
                    size.table().key(),
                    new Statistics.Size(size.rows(), size.bytes() == null ? 0 : size.bytes())));
    return new Statistics(sizes);
  }
}
