package io.schemachain.dialect.h2;

import io.schemachain.dialect.SequenceDdl;
import io.schemachain.model.Schema;
import io.schemachain.model.Sequence;
import java.math.BigInteger;
import java.util.List;

/** Sequences on H2, which takes 32 numbers at once by itself. */
final class H2Sequences extends SequenceDdl {
  private static final long DEFAULT_CACHE = 32;

  H2Sequences(H2Dialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
  }

  /** How many numbers there are must be one of 64 bits itself, or the cache becomes nonsense. */
  @Override
  protected String minValue(Sequence sequence) {
    return sequence.minValue() == null && !sequence.countsUp()
        ? "MINVALUE " + -Long.MAX_VALUE
        : super.minValue(sequence);
  }

  @Override
  protected List<String> defaults(Sequence sequence) {
    List<String> clauses = super.defaults(sequence);
    clauses.remove("MINVALUE " + -Long.MAX_VALUE);
    return clauses;
  }

  /** The same with nothing said that H2 has by itself. */
  static Sequence plain(Sequence sequence) {
    boolean up = sequence.countsUp();
    Long min = sequence.minValue();
    Long max = sequence.maxValue();
    boolean defaultMin = min != null && min <= (up ? 1 : -Long.MAX_VALUE) && (!up || min == 1);
    boolean defaultMax = max != null && max == (up ? Long.MAX_VALUE : -1);
    Sequence plain =
        new Sequence(
            sequence.name(),
            null,
            sequence.increment(),
            defaultMin ? null : min,
            defaultMax ? null : max,
            sequence.cycle(),
            null);
    long start = sequence.startOrDefault();
    Long cache = sequence.cache();
    return new Sequence(
        plain.name(),
        start == plain.startOrDefault() ? null : Long.valueOf(start),
        plain.increment(),
        plain.minValue(),
        plain.maxValue(),
        plain.cycle(),
        cache == null || BigInteger.valueOf(cache).equals(usualCache(plain)) ? null : cache);
  }

  private static BigInteger count(Sequence sequence) {
    return sequence
        .span()
        .divide(BigInteger.valueOf(sequence.increment()).abs())
        .add(BigInteger.ONE);
  }

  private static BigInteger usualCache(Sequence sequence) {
    return count(sequence).min(BigInteger.valueOf(DEFAULT_CACHE));
  }

  /** "Invalid attributes": no more than there are numbers. */
  @Override
  protected String cache(Sequence sequence) {
    Long cache = sequence.cache();
    if (cache == null) {
      return "CACHE " + usualCache(sequence);
    }
    BigInteger all = count(sequence);
    if (all.compareTo(BigInteger.valueOf(cache)) < 0) {
      throw dialect()
          .unsupported(
              "a cache of " + cache + " for " + sequence.name() + ", which has fewer numbers",
              "Write a `cache` of " + all + " or less.");
    }
    return "CACHE " + cache;
  }
}
