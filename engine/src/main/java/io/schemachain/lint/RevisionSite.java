package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.plan.PlanStep;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A revision on one dialect: its operations in their order, and how they are cut. */
public final class RevisionSite {
  private final Dialect dialect;
  private final PlanStep step;
  private final Statistics statistics;
  private final LintSettings settings;
  private final Set<TableName> newTables;
  private final Set<String> keysOfNewTables;
  private final List<OperationSite> operations = new ArrayList<>();
  private final List<PlanStep> earlier;
  private @Nullable List<RawWords> rawWords;

  /**
   * @param earlier what the plan has before it, in its order
   * @param newTables that what is looked at created
   */
  RevisionSite(
      Dialect dialect,
      PlanStep step,
      List<PlanStep> earlier,
      Statistics statistics,
      LintSettings settings,
      Set<TableName> newTables) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.step = requireNonNull(step, "step");
    this.earlier = earlier;
    this.statistics = requireNonNull(statistics, "statistics");
    this.settings = requireNonNull(settings, "settings");
    this.newTables = Set.copyOf(newTables);
    this.keysOfNewTables = newTables.stream().map(TableName::key).collect(Collectors.toSet());
  }

  void add(OperationSite operation) {
    operations.add(operation);
  }

  public Dialect dialect() {
    return dialect;
  }

  /** As the plan has it. */
  public PlanStep step() {
    return step;
  }

  public RevisionHeader header() {
    return step.revision().header();
  }

  /** Its operations in their order; one of raw SQL as those that it stands for. */
  public List<OperationSite> operations() {
    return Collections.unmodifiableList(operations);
  }

  /** What the plan has before it, in its order. */
  public List<PlanStep> earlier() {
    return Collections.unmodifiableList(earlier);
  }

  /** The schema before the first operation. */
  public Schema before() {
    return operations.get(0).before();
  }

  /** The schema behind the last operation. */
  public Schema after() {
    return operations.get(operations.size() - 1).after();
  }

  public Statistics statistics() {
    return statistics;
  }

  public LintSettings settings() {
    return settings;
  }

  /** Whether nobody else knows the table yet, since what is looked at creates it. */
  public boolean isNew(TableName table) {
    return !keysOfNewTables.isEmpty() && keysOfNewTables.contains(table.key());
  }

  /** The tables that nobody else knows yet. */
  public Set<TableName> newTables() {
    return newTables;
  }

  List<RawWords> rawWords() {
    if (rawWords == null) {
      rawWords = RawWords.read(this);
    }
    return rawWords;
  }
}
