package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows, in their order.
 *
 * @param rows those in the document; none where they are in a file
 * @param file where the rows are, null where they are in the document
 */
public record BulkInsert(TableName table, List<Row> rows, @Nullable RowFile file)
    implements Operation {
  public BulkInsert {
    requireNonNull(table, "table");
    rows = List.copyOf(rows);
    if (file != null && !rows.isEmpty()) {
      throw new IllegalArgumentException("Rows are in the document or in a file.");
    }
  }

  /** Rows in the document. */
  public BulkInsert(TableName table, List<Row> rows) {
    this(table, rows, null);
  }

  /** Rows in a file. */
  public BulkInsert(TableName table, RowFile file) {
    this(table, List.of(), file);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitBulkInsert(this);
  }
}
