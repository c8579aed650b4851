package io.schemachain.format;

import io.schemachain.format.Written.Keys;
import io.schemachain.model.Routine;
import io.schemachain.model.Trigger;
import io.schemachain.model.View;

/** Views, routines and triggers as a document; see {@link OperationWriter}. */
final class ObjectWriter {
  private ObjectWriter() {}

  static Keys view(View view, boolean replace) {
    Keys keys = TableWriter.table("name", view.name());
    if (!view.columns().isEmpty()) {
      keys.put("columns", (Written) Written.texts(view.columns()));
    }
    return keys.put("options", view.options())
        .put("sql", view.sql())
        .put("comment", view.comment())
        .putTrue("replace", replace);
  }

  /** The arguments of a routine without any are left out. */
  static Keys routine(Routine routine, boolean replace) {
    return TableWriter.table("name", routine.name())
        .put("arguments", routine.arguments().isEmpty() ? null : routine.arguments())
        .put("sql", routine.sql())
        .putTrue("replace", replace);
  }

  static Keys trigger(Trigger trigger, boolean replace) {
    return TableWriter.table("table", trigger.table())
        .put("name", trigger.trigger())
        .put("event", trigger.event())
        .put("sql", trigger.sql())
        .putTrue("replace", replace);
  }
}
