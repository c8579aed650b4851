package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Changes the options of a sequence, lets it start again, or both.
 *
 * @param increment null leaves it
 * @param minValue dropped it is the default again, as are the others
 * @param cycle null leaves it
 * @param restart the next number; dropped it is the first of the sequence
 */
public record AlterSequence(
    TableName name,
    @Nullable Long increment,
    Change<Long> minValue,
    Change<Long> maxValue,
    @Nullable Boolean cycle,
    Change<Long> cache,
    Change<Long> restart)
    implements Operation {
  public AlterSequence {
    requireNonNull(name, "name");
    requireNonNull(minValue, "minValue");
    requireNonNull(maxValue, "maxValue");
    requireNonNull(cache, "cache");
    requireNonNull(restart, "restart");
    if (!restart.present() && !hasOption(increment, minValue, maxValue, cycle, cache)) {
      throw new IllegalArgumentException("alter_sequence says nothing to change.");
    }
  }

  /** Whether it does more than to start again. */
  public boolean changesOptions() {
    return hasOption(increment, minValue, maxValue, cycle, cache);
  }

  private static boolean hasOption(
      @Nullable Long increment,
      Change<Long> minValue,
      Change<Long> maxValue,
      @Nullable Boolean cycle,
      Change<Long> cache) {
    return increment != null
        || minValue.present()
        || maxValue.present()
        || cycle != null
        || cache.present();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitAlterSequence(this);
  }
}
