package io.schemachain.dialect.mysql;

import io.schemachain.dialect.SequenceDdl;
import io.schemachain.model.Schema;
import io.schemachain.model.Sequence;

/** Sequences on MariaDB, which takes 1000 numbers at once by itself. MySQL has none. */
final class MariadbSequences extends SequenceDdl {
  /** The limits of its own are this, negative, and one less. */
  private static final long MAX_NUMBER = Long.MAX_VALUE;

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
    return "1000";
  }
}
