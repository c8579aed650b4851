package io.schemachain.format;

import io.schemachain.format.Written.Keys;
import io.schemachain.format.Written.Null;
import io.schemachain.format.Written.Word;
import io.schemachain.model.Sequence;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.Change;
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

  private static void put(Keys keys, String key, Change<Long> change) {
    if (change.present()) {
      Long number = change.value();
      keys.put(key, number == null ? new Null() : new Word(number.toString()));
    }
  }
}
