package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.fact.Facts;
import io.schemachain.lint.Finding;
import io.schemachain.lint.Statistics;
import io.schemachain.picture.Graph;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import io.schemachain.plan.Segment;
import io.schemachain.revision.RevisionGraph;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the document of plans and of what rules found in them. A pure function. */
public final class ReviewBuilder {
  private final RevisionGraph graph;
  private final List<Plan> plans;
  private final List<Finding> findings;
  private final Statistics statistics;
  private final Map<String, List<String>> authors;
  private final boolean together;

  /**
   * @param plans of each dialect, in its order, with the revisions to review and any others
   * @param findings of any revisions
   * @param authors of files by their paths, the first one first; none where nobody knows
   * @param together whether the revisions go out at once, so that a table which one of them creates
   *     is known to nobody when another changes it
   */
  public ReviewBuilder(
      RevisionGraph graph,
      List<Plan> plans,
      List<Finding> findings,
      Statistics statistics,
      Map<String, List<String>> authors,
      boolean together) {
    this.graph = requireNonNull(graph, "graph");
    this.plans = List.copyOf(plans);
    this.findings = List.copyOf(findings);
    this.statistics = requireNonNull(statistics, "statistics");
    this.authors = Map.copyOf(authors);
    this.together = together;
  }

  /**
   * The document of some revisions.
   *
   * @param reviewed their ids, in the order in which they run
   */
  public ReviewDocument build(List<String> reviewed, String scope, String tool, Graph picture) {
    Map<String, List<DialectCard>> cards = new HashMap<>();
    Set<String> wanted = new HashSet<>(reviewed);
    for (Plan plan : plans) {
      Facts facts = Facts.of(plan.dialect());
      ReviewedDialect dialect = ReviewedDialect.of(plan.dialect());
      Set<String> created = new HashSet<>();
      PendingProbes probes = new PendingProbes(plan.dialect(), facts, statistics);
      for (PlanStep step : plan.steps()) {
        if (!wanted.contains(step.revision().id())) {
          probes.pass(FinerSteps.of(step));
          continue;
        }
        if (!together) {
          created.clear();
          probes = new PendingProbes(plan.dialect(), facts, statistics);
        }
        cards
            .computeIfAbsent(step.revision().id(), id -> new ArrayList<>())
            .add(card(dialect, plan.dialect(), facts, step, created, probes));
      }
    }
    Map<String, List<Finding>> found = new HashMap<>();
    findings.forEach(
        finding ->
            found.computeIfAbsent(finding.revision().id(), id -> new ArrayList<>()).add(finding));
    List<Card> all = new ArrayList<>();
    for (String id : reviewed) {
      all.add(card(id, cards.getOrDefault(id, List.of()), found.getOrDefault(id, List.of())));
    }
    return new ReviewDocument(
        scope,
        tool,
        plans.stream().map(plan -> ReviewedDialect.of(plan.dialect())).toList(),
        picture,
        all,
        EntityPicture.of(plans.get(0), wanted));
  }

  private Card card(String id, List<DialectCard> dialects, List<Finding> found) {
    RevisionHeader header = graph.require(id);
    return new Card(
        id,
        header.message(),
        authors.getOrDefault(header.location().path(), List.of()),
        header.location().path(),
        header.downRevisions(),
        graph.dependencies(id),
        header.location().source().content(),
        dialects,
        found);
  }

  private DialectCard card(
      ReviewedDialect reviewed,
      Dialect dialect,
      Facts facts,
      PlanStep step,
      Set<String> created,
      PendingProbes probes) {
    List<OperationStep> finer = FinerSteps.of(step);
    created.addAll(FinerSteps.created(finer));
    PendingProbes.Asked asked = probes.next(finer);
    Numbering numbering = new Numbering(dialect);
    List<DialectCard.Statement> session =
        step.sessionStatements().stream().map(numbering::next).toList();
    List<List<DialectCard.Statement>> statements = new ArrayList<>();
    int[] first = new int[step.operations().size() + 1];
    for (int i = 0; i < step.operations().size(); i++) {
      first[i] = numbering.upcoming();
      statements.add(
          step.operations().get(i).statements().stream()
              .filter(statement -> !statement.isHoisted())
              .map(numbering::next)
              .toList());
    }
    first[step.operations().size()] = numbering.upcoming();
    return new DialectCard(
        reviewed,
        step.revision().checksum(),
        session,
        parts(dialect, step, statements),
        LockTimeline.of(step, facts, created, statistics, first),
        WayBack.losses(step),
        SchemaChanges.of(finer, dialect),
        asked.probes(),
        Stream.concat(step.notes().stream(), asked.notes().stream()).toList(),
        WayBack.of(step));
  }

  private static List<DialectCard.Part> parts(
      Dialect dialect, PlanStep step, List<List<DialectCard.Statement>> statements) {
    List<DialectCard.Part> parts = new ArrayList<>();
    for (Segment segment : step.segments()) {
      List<DialectCard.PartOperation> operations = new ArrayList<>();
      for (int i = segment.from(); i < segment.to(); i++) {
        PlannedOperation planned = step.operations().get(i);
        operations.add(
            new DialectCard.PartOperation(
                planned.title(), planned.location().toString(), statements.get(i)));
      }
      parts.add(
          new DialectCard.Part(
              segment.transactional(),
              segment.transactional() ? dialect.script().begin() : List.of(),
              segment.transactional() ? dialect.script().commit() : List.of(),
              operations));
    }
    return parts;
  }

  /** Counts the statements of a revision. */
  private static final class Numbering {
    private final Dialect dialect;
    private int number;

    Numbering(Dialect dialect) {
      this.dialect = dialect;
    }

    int upcoming() {
      return number + 1;
    }

    /** Rows of a file are named and not shown: there may be any number. */
    DialectCard.Statement next(SqlStatement statement) {
      number++;
      String text =
          statement.load() == null
              ? dialect.script().terminated(statement.text())
              : dialect.script().comment(statement.text().replaceAll("\\R", " "));
      return new DialectCard.Statement(number, text);
    }
  }
}
