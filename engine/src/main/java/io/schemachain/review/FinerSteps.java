package io.schemachain.review;

import io.schemachain.dialect.OperationStep;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Operation;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The operations of a revision as their author wrote them, whatever is done online; raw SQL that is
 * understood is those that it stands for.
 */
final class FinerSteps {
  private FinerSteps() {}

  static List<OperationStep> of(PlanStep step) {
    List<OperationStep> steps = new ArrayList<>();
    for (List<PlannedOperation> parts : step.parts()) {
      PlannedOperation planned = PlannedOperation.whole(parts);
      if (planned.step().operation() instanceof Execute execute
          && execute.effects() != null
          && !execute.effects().isEmpty()) {
        Schema schema = planned.step().before();
        for (Operation effect : execute.effects()) {
          Schema after = ApplyToSchema.apply(effect, schema);
          steps.add(new OperationStep(effect, schema, after));
          schema = after;
        }
      } else {
        steps.add(planned.step());
      }
    }
    return steps;
  }

  /** Keys of the tables that it creates: nobody else knows them yet. */
  static Set<String> created(List<OperationStep> steps) {
    Set<String> created = new LinkedHashSet<>();
    for (OperationStep step : steps) {
      if (step.operation() instanceof CreateTable create
          && step.before().find(create.table().name()).isEmpty()) {
        created.add(create.table().name().key());
      }
    }
    return created;
  }
}
