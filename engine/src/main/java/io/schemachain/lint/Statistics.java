package io.schemachain.lint;

import io.schemachain.model.TableName;
import java.util.Map;
import java.util.Optional;

/**
 * How large tables are, as {@code schema:stats} wrote it.
 *
 * @param tables by the key of the table
 */
public record Statistics(Map<String, Size> tables) {
  /** Where nobody measured. */
  public static final Statistics NONE = new Statistics(Map.of());

  public Statistics {
    tables = Map.copyOf(tables);
  }

  /**
   * The size of a table.
   *
   * @param rows as the database estimates it
   * @param bytes on disk, with indexes; 0 where the database does not tell
   */
  public record Size(long rows, long bytes) {}

  /** The number of rows of a table, where it is known. */
  public Optional<Long> rows(TableName table) {
    return Optional.ofNullable(tables.get(table.key())).map(Size::rows);
  }
}
