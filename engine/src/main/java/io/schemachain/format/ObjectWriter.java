package io.schemachain.format;

import io.schemachain.format.Written.Keys;
import io.schemachain.format.Written.Null;
import io.schemachain.format.Written.Word;
import io.schemachain.model.Extension;
import io.schemachain.model.Routine;
import io.schemachain.model.Sequence;
import io.schemachain.model.Trigger;
import io.schemachain.model.View;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.Change;
import io.schemachain.operation.CreateExtension;
import io.schemachain.operation.CreateSequence;

/** Operations on objects beside tables as a document; see {@link OperationWriter}. */
final class ObjectWriter {
  private ObjectWriter() {}

  static Keys sequence(CreateSequence operation) {
    Sequence sequence = operation.sequence();
    return TableWriter.table("name", sequence.name())
        .put("start", sequence.start())
        .put("increment", sequence.increment() == 1 ? null : (Long) sequence.increment())
        .put("min_value", sequence.minValue())
        .put("max_value", sequence.maxValue())
        .putTrue("cycle", sequence.cycle())
        .put("cache", sequence.cache())
        .putTrue("if_not_exists", operation.ifNotExists());
  }

  static Keys sequence(AlterSequence operation) {
    Keys keys = TableWriter.table("name", operation.name()).put("increment", operation.increment());
    put(keys, "min_value", operation.minValue());
    put(keys, "max_value", operation.maxValue());
    if (operation.cycle() != null) {
      keys.put("cycle", new Word(operation.cycle().toString()));
    }
    put(keys, "cache", operation.cache());
    if (operation.restart().present()) {
      Long restart = operation.restart().value();
      keys.put("restart", new Word(restart == null ? "true" : restart.toString()));
    }
    return keys;
  }

  static Keys extension(CreateExtension operation) {
    Extension extension = operation.extension();
    return new Keys()
        .put("name", extension.extension())
        .put("schema", extension.schema())
        .put("version", extension.version())
        .putTrue("if_not_exists", operation.ifNotExists());
  }

  private static void put(Keys keys, String key, Change<Long> change) {
    if (change.present()) {
      Long number = change.value();
      keys.put(key, number == null ? new Null() : new Word(number.toString()));
    }
  }

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
