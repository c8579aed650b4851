package io.schemachain.diff;

import io.schemachain.model.Sequence;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.Change;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of sequences, which go on where they are. */
final class SequenceMigrator {
  private SequenceMigrator() {}

  /** The start says where a sequence began, which nothing changes. */
  static void change(Sequence old, Sequence wanted, Steps steps) {
    Long increment = old.increment() == wanted.increment() ? null : wanted.increment();
    Change<Long> least = change(old.minOrDefault(), wanted.minOrDefault(), wanted.minValue());
    Change<Long> most = change(old.maxOrDefault(), wanted.maxOrDefault(), wanted.maxValue());
    Boolean cycle = old.cycle() == wanted.cycle() ? null : wanted.cycle();
    Change<Long> cache =
        Objects.equals(old.cache(), wanted.cache())
            ? Change.none()
            : Change.toNullable(wanted.cache());
    if (increment != null
        || least.present()
        || most.present()
        || cycle != null
        || cache.present()) {
      steps.add(
          new AlterSequence(wanted.name(), increment, least, most, cycle, cache, Change.none()));
    }
  }

  private static Change<Long> change(long old, long wanted, @Nullable Long written) {
    return old == wanted ? Change.none() : Change.toNullable(written);
  }
}
