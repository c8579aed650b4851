package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A generator of numbers of 64 bits that belongs to no table. What is null is the default, the same
 * on every database.
 *
 * @param start first number; null is the least, or the greatest where it counts down
 * @param increment step, not 0
 * @param minValue null is 1, or as little as the database takes where it counts down
 * @param maxValue null is as much as the database takes, or -1 where it counts down
 * @param cycle whether it starts again behind its last number
 * @param cache how many numbers are taken at once; null is the database's default
 */
public record Sequence(
    TableName name,
    @Nullable Long start,
    long increment,
    @Nullable Long minValue,
    @Nullable Long maxValue,
    boolean cycle,
    @Nullable Long cache)
    implements SchemaObject {
  public Sequence {
    requireNonNull(name, "name");
    if (increment == 0) {
      throw new IllegalArgumentException("The increment of a sequence cannot be 0.");
    }
    if (cache != null && cache < 1) {
      throw new IllegalArgumentException("The cache of a sequence is 1 or more.");
    }
  }

  /** One with nothing but a step. */
  public static Sequence of(TableName name, long increment) {
    return new Sequence(name, null, increment, null, null, false, null);
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.SEQUENCE;
  }

  public boolean countsUp() {
    return increment > 0;
  }

  public long minOrDefault() {
    return minValue != null ? minValue : countsUp() ? 1 : Long.MIN_VALUE;
  }

  public long maxOrDefault() {
    return maxValue != null ? maxValue : countsUp() ? Long.MAX_VALUE : -1;
  }

  public long startOrDefault() {
    return start != null ? start : countsUp() ? minOrDefault() : maxOrDefault();
  }

  /** The greatest minus the least number. */
  public BigInteger span() {
    return BigInteger.valueOf(maxOrDefault()).subtract(BigInteger.valueOf(minOrDefault()));
  }
}
