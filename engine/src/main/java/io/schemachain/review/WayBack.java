package io.schemachain.review;

import io.schemachain.dialect.OperationStep;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Delete;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Inverse;
import io.schemachain.operation.LostRows;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Reversal;
import io.schemachain.plan.PlanStep;
import io.schemachain.plan.PlannedOperation;
import io.schemachain.revision.Downgrade;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is gone after a revision, and what its downgrade brings back. */
final class WayBack {
  private WayBack() {}

  /** As the author wrote them: what is done online in several parts is undone as one. */
  private static List<PlannedOperation> written(PlanStep step) {
    return step.parts().stream().map(PlannedOperation::whole).toList();
  }

  /** What an upgrade takes away, a sentence each. */
  static List<String> losses(PlanStep step) {
    Set<String> losses = new LinkedHashSet<>();
    for (PlannedOperation planned : written(step)) {
      if (planned.losesData()) {
        losses.addAll(losses(planned.step().operation()));
      }
    }
    return List.copyOf(losses);
  }

  private static List<String> losses(Operation operation) {
    if (operation instanceof Execute execute) {
      List<String> known =
          execute.effects() == null
              ? List.of()
              : execute.effects().stream().flatMap(one -> LostRows.of(one).stream()).toList();
      return known.isEmpty()
          ? List.of("SQL of the author's own has DELETE, TRUNCATE or DROP in it: read it.")
          : known;
    }
    if (operation instanceof Delete delete) {
      return List.of("Deletes rows of " + delete.table() + ".");
    }
    if (operation instanceof AlterColumn alter) {
      return List.of(
          "Computed values take the place of those of "
              + alter.table()
              + "."
              + alter.column()
              + ".");
    }
    return LostRows.of(operation).stream().toList();
  }

  static Reversibility of(PlanStep step) {
    Downgrade downgrade = step.revision().downgrade();
    if (downgrade instanceof Downgrade.Irreversible irreversible) {
      return new Reversibility(Reversibility.Kind.IMPOSSIBLE, List.of(irreversible.reason()));
    }
    Set<String> remarks = new LinkedHashSet<>();
    if (!losses(step).isEmpty()) {
      remarks.add("It does not bring back the rows and values that the upgrade loses.");
    }
    if (downgrade instanceof Downgrade.Listed listed) {
      listed.operations().stream().flatMap(located -> lost(located.value())).forEach(remarks::add);
      return new Reversibility(Reversibility.Kind.WRITTEN, List.copyOf(remarks));
    }
    List<String> down = new ArrayList<>();
    for (PlannedOperation planned : written(step)) {
      OperationStep one = planned.step();
      Reversal reversal = Inverse.of(one.operation(), one.before());
      if (reversal instanceof Reversal.Operations inverse) {
        inverse.operations().stream().flatMap(WayBack::lost).forEach(down::add);
      } else {
        down.add(
            reversal instanceof Reversal.PassedOver passed
                ? passed.reason() + "."
                : "It cannot be derived: " + ((Reversal.Unknown) reversal).reason() + ".");
      }
    }
    return new Reversibility(
        Reversibility.Kind.DERIVED, Stream.concat(remarks.stream(), down.stream()).toList());
  }

  /** What goes with the way down. */
  private static Stream<String> lost(Operation operation) {
    return LostRows.of(operation).map(loss -> "The downgrade: " + loss).stream();
  }
}
