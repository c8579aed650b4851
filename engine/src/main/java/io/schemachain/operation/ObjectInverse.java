package io.schemachain.operation;

import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
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
                .map(old -> ObjectOperations.create(old, true))
                .orElseGet(() -> ObjectOperations.drop(object))));
  }

  /**
   * Of the end of an object, with what belonged to it.
   *
   * @param object null if there was none
   */
  static Reversal ofDrop(@Nullable SchemaObject object, Schema before) {
    List<Operation> operations = new ArrayList<>();
    if (object != null) {
      operations.add(ObjectOperations.create(object, false));
      if (object instanceof View) {
        operations.addAll(on(object.name(), before));
      }
    }
    return new Reversal.Operations(operations);
  }

  /** What creates the objects that belong to a table or a view. */
  static List<Operation> on(TableName owner, Schema before) {
    return before.objectsOn(owner).stream()
        .map(object -> ObjectOperations.create(object, false))
        .toList();
  }
}
