package io.schemachain.golden;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.fact.Effect;
import io.schemachain.fact.Facts;
import java.util.ArrayList;
import java.util.List;

/**
 * A case on one dialect, step by step: what is sent, and what the facts say of it.
 *
 * @param given what is sent before
 */
record FactCase(List<SqlStatement> given, List<Part> parts) {

  /**
   * A step with those after it whose work its statements do.
   *
   * @param effects of all of them
   */
  record Part(List<OperationStep> steps, List<SqlStatement> sent, List<Effect> effects) {}

  /** Null where the dialect refuses the case. */
  static FactCase of(GoldenCase golden, Dialect dialect) {
    CaseRun run = CaseRun.of(golden, dialect);
    if (run.revision() == null) {
      return new FactCase(List.of(), List.of());
    }
    List<OperationStep> steps = run.upSteps();
    List<List<SqlStatement>> rendered = dialect.render(steps);
    Facts facts = Facts.of(dialect);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (i == 0 || !rendered.get(i).isEmpty()) {
        parts.add(new Part(new ArrayList<>(), rendered.get(i), new ArrayList<>()));
      }
      Part part = parts.get(parts.size() - 1);
      part.steps.add(steps.get(i));
      if (!part.sent.isEmpty()) {
        part.effects.addAll(facts.of(steps.get(i)));
      }
    }
    return new FactCase(run.given(), parts);
  }
}
