package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.OperationStep;
import io.schemachain.fact.Effect;
import io.schemachain.fact.Facts;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.plan.Online;
import io.schemachain.plan.Plan;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs rules over the plans of all dialects and puts together what they find. */
public final class Linter {
  private final List<Rule> rules;
  private final LintSettings settings;
  private final Statistics statistics;
  private final LocalDate today;

  /**
   * @param today decides which suppressions have expired
   */
  public Linter(List<Rule> rules, LintSettings settings, Statistics statistics, LocalDate today) {
    this.rules = List.copyOf(rules);
    this.settings = requireNonNull(settings, "settings");
    this.statistics = requireNonNull(statistics, "statistics");
    this.today = requireNonNull(today, "today");
  }

  /**
   * What is found, by place in the chain, the most serious first where it is the same.
   *
   * @param plans of each dialect, over the whole chain or its end, in its order
   */
  public List<Finding> lint(List<Plan> plans, ChainSite chain) {
    Suppressions suppressions = new Suppressions(today);
    Report report = new Report(settings, suppressions);
    List<Rule> asked = asked(plans, chain);
    for (Plan plan : plans) {
      new OneDialect(plan, chain, asked, report).run();
    }
    for (Rule rule : asked) {
      report.begin(rule);
      rule.lookAt(chain, report);
    }
    new UnusedSuppressions(rules, suppressions).lookAt(plans, chain, report);
    return merged(report.findings(), chain);
  }

  /** Those that may find what counts, or what an author suppresses although it does not. */
  private List<Rule> asked(List<Plan> plans, ChainSite chain) {
    Set<String> suppressed = new HashSet<>();
    UnusedSuppressions.written(plans, chain).keySet().forEach(one -> suppressed.add(one.rule()));
    return rules.stream()
        .filter(rule -> settings.mayCount(rule) || suppressed.contains(rule.slug()))
        .toList();
  }

  /** One dialect's revisions, in their order. */
  private final class OneDialect {
    private final Plan plan;
    private final ChainSite chain;
    private final List<Rule> asked;
    private final Report report;
    private final Facts facts;
    private final Online online;
    private final Set<TableName> newTables = new HashSet<>();

    OneDialect(Plan plan, ChainSite chain, List<Rule> asked, Report report) {
      this.plan = plan;
      this.chain = chain;
      this.asked = asked;
      this.report = report;
      this.facts = Facts.of(plan.dialect());
      this.online = Online.of(plan.dialect());
    }

    void run() {
      for (int i = 0; i < plan.steps().size(); i++) {
        PlanStep step = plan.steps().get(i);
        if (chain.looked().contains(step.revision().id())) {
          look(step, plan.steps().subList(0, i));
        }
      }
    }

    private void look(PlanStep step, List<PlanStep> earlier) {
      if (!chain.changedSince()) {
        newTables.clear();
      }
      Set<TableName> created = new HashSet<>(newTables);
      for (PlannedOperation planned : step.operations()) {
        if (planned.step().operation() instanceof CreateTable create
            && planned.step().before().find(create.table().name()).isEmpty()) {
          created.add(create.table().name());
        }
      }
      RevisionSite revision =
          new RevisionSite(plan.dialect(), step, earlier, statistics, settings, created);
      List<List<PlannedOperation>> operations = step.parts();
      for (int i = 0; i < operations.size(); i++) {
        addSites(revision, i, operations.get(i));
      }
      newTables.addAll(created);
      List<OperationSite> sites = revision.operations();
      for (Rule rule : asked) {
        report.begin(rule);
        for (OperationSite site : sites) {
          rule.lookAt(site, report);
        }
        rule.lookAt(revision, report);
      }
    }

    @SuppressWarnings("ReferenceEquality") // Nearly always the same; comparing schemas takes long.
    private static boolean isAnother(PlannedOperation part) {
      return part.step() != part.written() && !part.step().equals(part.written());
    }

    /**
     * Raw SQL that is understood is the operations that it stands for, itself if there are none.
     *
     * @param parts of one operation of the author
     */
    private void addSites(RevisionSite revision, int index, List<PlannedOperation> parts) {
      PlannedOperation planned = PlannedOperation.whole(parts);
      if (planned.step().operation() instanceof Execute execute
          && execute.effects() != null
          && !execute.effects().isEmpty()) {
        Schema schema = planned.step().before();
        for (Operation effect : execute.effects()) {
          Schema after = ApplyToSchema.apply(effect, schema);
          OperationStep step = new OperationStep(effect, schema, after);
          add(revision, index, planned, step, facts.of(step), false);
          schema = after;
        }
        return;
      }
      List<Effect> effects =
          parts.size() == 1
              ? facts.of(planned.step())
              : parts.stream().flatMap(part -> facts.of(part.step()).stream()).distinct().toList();
      boolean isOnline = parts.stream().anyMatch(OneDialect::isAnother);
      add(revision, index, planned, planned.step(), effects, isOnline);
    }

    private void add(
        RevisionSite revision,
        int index,
        PlannedOperation planned,
        OperationStep step,
        List<Effect> effects,
        boolean isOnline) {
      revision.add(
          new OperationSite(
              revision,
              index,
              planned,
              step,
              effects.stream()
                  .filter(effect -> effect.table() == null || !revision.isNew(effect.table()))
                  .toList(),
              online,
              isOnline));
    }
  }

  /** The same thing on several dialects is one finding. */
  private static List<Finding> merged(List<Finding> findings, ChainSite chain) {
    List<Finding> merged = new ArrayList<>();
    Map<String, List<Integer>> byRevision = new HashMap<>();
    for (Finding finding : findings) {
      List<Integer> places =
          byRevision.computeIfAbsent(finding.revision().id(), id -> new ArrayList<>());
      int same = -1;
      for (int place : places) {
        if (merged.get(place).isSameAs(finding)) {
          same = place;
        }
      }
      if (same < 0) {
        places.add(merged.size());
        merged.add(finding);
      } else {
        merged.set(same, together(merged.get(same), finding));
      }
    }
    Map<String, Integer> order = new HashMap<>();
    chain.graph().inOrder().forEach(id -> order.put(id, order.size()));
    merged.sort(
        Comparator.comparing((Finding finding) -> order.getOrDefault(finding.revision().id(), 0))
            .thenComparing(finding -> finding.location().path())
            .thenComparing(finding -> finding.location().line())
            .thenComparing(finding -> finding.location().column())
            .thenComparing(Finding::level, Comparator.reverseOrder())
            .thenComparing(finding -> finding.rule().slug()));
    return merged;
  }

  private static Finding together(Finding one, Finding other) {
    Set<String> dialects = new LinkedHashSet<>(one.dialects());
    dialects.addAll(other.dialects());
    Level level = one.level().compareTo(other.level()) >= 0 ? one.level() : other.level();
    return new Finding(
        one.rule(),
        level,
        one.location(),
        one.revision(),
        one.operation(),
        one.message(),
        one.fix(),
        one.rewrite(),
        one.online(),
        List.copyOf(dialects),
        one.rows(),
        one.suppressed());
  }
}
