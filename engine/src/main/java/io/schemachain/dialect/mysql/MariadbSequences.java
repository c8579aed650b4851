package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SequenceDdl;
import io.schemachain.model.Schema;
import io.schemachain.model.Sequence;

/** Sequences on MariaDB, which takes 1000 numbers at once by itself. MySQL has none. */
final class MariadbSequences extends SequenceDdl {
  /** The limits of its own are this, negative, and one less. */
  private static final long MAX_NUMBER = Long.MAX_VALUE;

  private static final long DEFAULT_CACHE = 1000;

  MariadbSequences(MariadbDialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
  }

  /** In numbers: NOMAXVALUE in ALTER is that of a sequence that counts up, whichever it is. */
  @Override
  protected String minValue(Sequence sequence) {
    return "MINVALUE " + Math.max(sequence.minOrDefault(), -MAX_NUMBER);
  }

  @Override
  protected String maxValue(Sequence sequence) {
    return "MAXVALUE " + Math.min(sequence.maxOrDefault(), MAX_NUMBER - 1);
  }

  @Override
  protected String no(String option) {
    return "NO" + option;
  }

  @Override
  protected String defaultCache() {
    return String.valueOf(DEFAULT_CACHE);
  }

  /** The sequence with nothing said that it would have all the same. */
  static Sequence plain(Sequence sequence) {
    boolean up = sequence.countsUp();
    long least = up ? 1 : -MAX_NUMBER;
    long most = up ? MAX_NUMBER - 1 : -1;
    long min = Math.max(sequence.minOrDefault(), -MAX_NUMBER);
    long max = Math.min(sequence.maxOrDefault(), MAX_NUMBER - 1);
    long start = Math.max(min, Math.min(max, sequence.startOrDefault()));
    Long cache = sequence.cache();
    return new Sequence(
        sequence.name(),
        start == (up ? min : max) ? null : (Long) start,
        sequence.increment(),
        min == least ? null : (Long) min,
        max == most ? null : (Long) max,
        sequence.cycle(),
        cache == null || cache == DEFAULT_CACHE ? null : cache);
  }
}
