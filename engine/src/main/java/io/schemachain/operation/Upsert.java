package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows, and where there is one with the same key already, gives it the values of the new.
 *
 * @param key columns that are unique together
 * @param rows those in the document; none where they are in a file
 * @param file where the rows are, null where they are in the document
 */
public record Upsert(TableName table, List<String> key, List<Row> rows, @Nullable RowFile file)
    implements Operation {
  public Upsert {
    requireNonNull(table, "table");
    key = List.copyOf(key);
    rows = List.copyOf(rows);
    if (key.isEmpty() || rows.isEmpty() == (file == null)) {
      throw new IllegalArgumentException("A key, and rows in the document or in a file.");
    }
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitUpsert(this);
  }
}
