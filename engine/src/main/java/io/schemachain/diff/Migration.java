package io.schemachain.diff;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.operation.Companion;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What leads from one schema to another.
 *
 * @param found the differences and renames in words, a line each, in the order in which they were
 *     found
 * @param steps in an order in which each fits the schema before it
 * @param undecided what a person has to decide before anything may be written
 * @param left what no operation changes
 */
public record Migration(
    List<String> found, List<Step> steps, List<Undecided> undecided, List<Difference> left) {
  public Migration {
    found = List.copyOf(found);
    steps = List.copyOf(steps);
    undecided = List.copyOf(undecided);
    left = List.copyOf(left);
  }

  /** The same with what goes along with the parts that are made, right behind each. */
  public Migration with(List<Companion> companions) {
    List<Step> all = new ArrayList<>();
    for (Step step : steps) {
      List<String> notes = new ArrayList<>(step.notes());
      List<Step> behind = new ArrayList<>();
      for (Companion companion : companions) {
        if (goesWith(companion, step.operation())) {
          Optional.ofNullable(companion.note()).ifPresent(notes::add);
          Optional.ofNullable(companion.operation())
              .ifPresent(operation -> behind.add(new Step(operation, List.of())));
        }
      }
      all.add(new Step(step.operation(), notes));
      all.addAll(behind);
    }
    return new Migration(found, all, undecided, left);
  }

  private static boolean goesWith(Companion companion, Operation made) {
    String name = companion.name().key();
    if (made instanceof CreateTable create) {
      return companion.kind() == ObjectKind.TABLE && create.table().name().key().equals(name);
    }
    return made instanceof CreateType create
        && companion.kind() == ObjectKind.TYPE
        && TableName.of(create.type().name()).key().equals(name);
  }

  /** Whether both schemas are the same. */
  public boolean isEmpty() {
    return steps.isEmpty() && undecided.isEmpty() && left.isEmpty();
  }
}
