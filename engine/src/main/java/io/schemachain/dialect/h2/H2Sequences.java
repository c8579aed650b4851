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

  /** "Invalid attributes": no more than there are numbers. */
  @Override
  protected String cache(Sequence sequence) {
    Long cache = sequence.cache();
    BigInteger all =
        sequence.span().divide(BigInteger.valueOf(sequence.increment()).abs()).add(BigInteger.ONE);
    if (cache == null) {
      return "CACHE " + all.min(BigInteger.valueOf(DEFAULT_CACHE));
    }
    if (all.compareTo(BigInteger.valueOf(cache)) < 0) {
      throw dialect()
          .unsupported(
              "a cache of " + cache + " for " + sequence.name() + ", which has fewer numbers",
              "Write a `cache` of " + all + " or less.");
    }
    return "CACHE " + cache;
  }
}
