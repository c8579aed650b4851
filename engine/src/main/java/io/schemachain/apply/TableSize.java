package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * How large a table is.
 *
 * @param rows as the database estimates it; null where it never did
 * @param bytes on disk, with indexes; null where the database does not tell
 */
public record TableSize(TableName table, @Nullable Long rows, @Nullable Long bytes) {
  public TableSize {
    requireNonNull(table, "table");
  }
}
