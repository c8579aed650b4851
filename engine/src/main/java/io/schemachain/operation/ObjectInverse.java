package io.schemachain.operation;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.Routine;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.model.View;
import io.schemachain.model.ViewIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way back for what has a text: the text that was there before, or nothing. */
final class ObjectInverse {
  private ObjectInverse() {}

  /** Of the creation of an object. */
  static Reversal ofCreate(SchemaObject object, Schema before) {
    return new Reversal.Operations(
        List.of(
            TextRules.existing(object, before)
                .map(old -> create(old, true))
                .orElseGet(() -> drop(object))));
  }

  /**
   * Of the end of an object, with what belonged to it.
   *
   * @param object null if there was none
   */
  static Reversal ofDrop(@Nullable SchemaObject object, Schema before) {
    List<Operation> operations = new ArrayList<>();
    if (object != null) {
      operations.add(create(object, false));
      if (object instanceof View) {
        operations.addAll(on(object.name(), before));
      }
    }
    return new Reversal.Operations(operations);
  }

  /** What creates the objects that belong to a table or a view. */
  static List<Operation> on(TableName owner, Schema before) {
    return before.objectsOn(owner).stream().map(object -> create(object, false)).toList();
  }

  private static Operation create(SchemaObject object, boolean replace) {
    if (object instanceof View view) {
      return view.materialized()
          ? new CreateMaterializedView(view, replace)
          : new CreateView(view, replace);
    }
    if (object instanceof Routine routine) {
      return routine.kind() == ObjectKind.FUNCTION
          ? new CreateFunction(routine, replace)
          : new CreateProcedure(routine, replace);
    }
    if (object instanceof Trigger trigger) {
      return new CreateTrigger(trigger, replace);
    }
    if (object instanceof ViewIndex index) {
      return new CreateIndex(index.table(), index.index());
    }
    throw new IllegalStateException("No operation creates " + object);
  }

  private static Operation drop(SchemaObject object) {
    if (object instanceof View view) {
      return view.materialized()
          ? new DropMaterializedView(view.name(), false)
          : new DropView(view.name(), false);
    }
    if (object instanceof Routine routine) {
      return routine.kind() == ObjectKind.FUNCTION
          ? new DropFunction(routine.name(), routine.arguments(), false)
          : new DropProcedure(routine.name(), routine.arguments(), false);
    }
    Trigger trigger = (Trigger) object;
    return new DropTrigger(trigger.table(), trigger.trigger(), false);
  }
}
