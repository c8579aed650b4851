package io.schemachain.plan;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import java.util.List;

/**
 * Everything that will be sent, in order, as data: what a script prints and what a run executes.
 *
 * @param applied ids that are applied before the first step, in their order
 */
public record Plan(Dialect dialect, List<String> applied, List<PlanStep> steps) {
  public Plan {
    requireNonNull(dialect, "dialect");
    applied = List.copyOf(applied);
    steps = List.copyOf(steps);
  }

  /** Whether it has rows of files, of which there may be any number. */
  public boolean hasLoads() {
    return steps.stream()
        .flatMap(step -> step.operations().stream())
        .flatMap(operation -> operation.statements().stream())
        .anyMatch(statement -> statement.load() != null);
  }

  /** Whether it takes data away that nothing brings back. */
  public boolean losesData() {
    return steps.stream()
        .flatMap(step -> step.operations().stream())
        .anyMatch(PlannedOperation::losesData);
  }
}
