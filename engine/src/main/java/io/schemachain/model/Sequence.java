package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A generator of numbers that belongs to no table.
 *
 * @param start first number; null is the database's default, the least or the greatest
 * @param increment step, 1 when null
 * @param minValue null is the database's default
 * @param maxValue null is the database's default
 * @param cycle whether it starts again behind its last number
 * @param cache how many numbers a session takes at once; null is the database's default
 */
public record Sequence(
    TableName name,
    @Nullable Long start,
    @Nullable Long increment,
    @Nullable Long minValue,
    @Nullable Long maxValue,
    boolean cycle,
    @Nullable Long cache)
    implements SchemaObject {
  public Sequence {
    requireNonNull(name, "name");
    if (increment != null && increment == 0) {
      throw new IllegalArgumentException("The increment of a sequence cannot be 0.");
    }
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.SEQUENCE;
  }
}
