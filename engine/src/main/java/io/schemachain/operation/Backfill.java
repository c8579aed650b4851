package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Gives rows other values, a batch at a time, each with a commit of its own.
 *
 * @param set the columns and their new values
 * @param key the unique column along which it goes; null for that of the primary key
 * @param batchSize how many rows of the table a batch looks at
 */
public record Backfill(
    TableName table, Row set, Condition where, @Nullable String key, long batchSize)
    implements Operation {
  /** The size of a batch where none is written. */
  public static final long DEFAULT_BATCH_SIZE = 10_000;

  public Backfill {
    requireNonNull(table, "table");
    requireNonNull(set, "set");
    requireNonNull(where, "where");
    if (batchSize < 1) {
      throw new IllegalArgumentException("A batch has at least one row.");
    }
  }

  /** The same change in one statement. */
  public Update asUpdate() {
    return new Update(table, set, where);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitBackfill(this);
  }
}
